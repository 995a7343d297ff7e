package io.timeledger.ingest.web.query;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.json.OpaqueText;
import io.timeledger.ingest.web.json.StrictReader;
import io.timeledger.ingest.web.json.WireNames;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.text.ComposedText;
import io.timeledger.schemas.text.VisibleText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.node.ObjectNode;

/// Fills records marked with [QueryParams].
public final class QueryRecordResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(QueryParams.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest http =
        Objects.requireNonNull(
            request.getNativeRequest(HttpServletRequest.class), "request is null");
    return read(QueryString.of(http), parameter.getParameterType());
  }

  static <T> T read(Map<String, String> parameters, Class<T> type) {
    Set<String> names = WireNames.ofParameters(type);
    ObjectNode json = Json.MAPPER.createObjectNode();
    parameters.forEach(
        (name, value) -> {
          if (names.contains(name)) {
            if (!VisibleText.isIn(value)) {
              throw ApiException.of(INVALID_PARAMETER, name, "The parameter is empty.");
            }
            put(json, name, OpaqueText.isIn(name) ? value : ComposedText.of(value));
          }
        });
    T read = new StrictReader(Json.QUERY, INVALID_PARAMETER).read(json, type);
    QueryRanges.requireOrdered(read);
    return read;
  }

  private static void put(ObjectNode json, String name, String value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      json.put(name, value);
    } else {
      json.withObjectProperty(name.substring(0, dot)).put(name.substring(dot + 1), value);
    }
  }
}
