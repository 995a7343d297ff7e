package io.timeledger.ingest.web.query;

import static io.timeledger.schemas.reply.ErrorCode.UNKNOWN_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.json.WireNames;
import io.timeledger.schemas.reply.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses parameters that an operation does not declare by [QueryParams], unless it has an
/// [OpenQuery].
public final class UnknownParameters implements HandlerInterceptor {
  private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && !method.hasMethodAnnotation(OpenQuery.class)) {
      Set<String> allowed = known.computeIfAbsent(method, UnknownParameters::declaredBy);
      List<Problem.Detail> unknown =
          QueryString.of(request).keySet().stream()
              .filter(name -> !allowed.contains(name))
              .map(
                  name ->
                      new Problem.Detail(
                          name, UNKNOWN_PARAMETER.wireName(), message(name, allowed)))
              .toList();
      if (!unknown.isEmpty()) {
        throw new ApiException(
            new Problem(
                UNKNOWN_PARAMETER,
                "Unknown parameter: " + unknown.getFirst().field() + ".",
                unknown));
      }
    }
    return true;
  }

  /// Also suggests those with the same prefix, like `column.task` and `column.date`.
  private static String message(String name, Set<String> allowed) {
    String family = name.substring(0, name.indexOf('.') + 1);
    String known =
        allowed.stream()
            .filter(candidate -> !family.isEmpty() && candidate.startsWith(family))
            .sorted()
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? "Unknown parameter." : "Unknown parameter; known are " + known + ".";
  }

  private static Set<String> declaredBy(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(QueryParams.class))
        .map(MethodParameter::getParameterType)
        .flatMap(type -> WireNames.ofParameters(type).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
