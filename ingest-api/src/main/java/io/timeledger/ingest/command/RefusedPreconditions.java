package io.timeledger.ingest.command;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;
import static org.springframework.http.HttpHeaders.IF_MATCH;
import static org.springframework.http.HttpHeaders.IF_NONE_MATCH;
import static org.springframework.http.HttpHeaders.IF_UNMODIFIED_SINCE;

import io.timeledger.ingest.web.error.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Refuses preconditions up front for operations that cannot check them, instead of ignoring them.
/// Responses that are streamed, such as exports, have no `ETag`.
final class RefusedPreconditions implements HandlerInterceptor, WebMvcConfigurer {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      if (request.getHeader(IF_UNMODIFIED_SINCE) != null && request.getHeader(IF_MATCH) == null) {
        throw refusal(
            IF_UNMODIFIED_SINCE, "Expected If-Match: resources have versions, and no dates.");
      }
      boolean compares =
          READS.contains(request.getMethod())
              ? !method.isVoid()
              : method.hasMethodAnnotation(TakesPreconditions.class);
      if (!compares) {
        for (String header : List.of(IF_MATCH, IF_NONE_MATCH)) {
          if (request.getHeader(header) != null) {
            throw refusal(header, "The operation compares no version; leave the header out.");
          }
        }
      }
    }
    return true;
  }

  private static ApiException refusal(String header, String message) {
    return ApiException.of(INVALID_PARAMETER, header, message);
  }
}
