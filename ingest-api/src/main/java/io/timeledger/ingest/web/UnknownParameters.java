package io.timeledger.ingest.web;

import static io.timeledger.schemas.reply.ErrorCode.UNKNOWN_PARAMETER;

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

/// Refuses parameters that the operation does not declare by [QueryParams], for all operations.
final class UnknownParameters implements HandlerInterceptor {
  private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Set<String> allowed = known.computeIfAbsent(method, UnknownParameters::declaredBy);
      List<Problem.Detail> unknown =
          QueryString.of(request).keySet().stream()
              .filter(name -> !allowed.contains(name))
              .map(
                  name ->
                      new Problem.Detail(
                          name, UNKNOWN_PARAMETER.wireName(), "The operation does not know it."))
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

  private static Set<String> declaredBy(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(QueryParams.class))
        .map(MethodParameter::getParameterType)
        .flatMap(type -> WireNames.of(type).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
