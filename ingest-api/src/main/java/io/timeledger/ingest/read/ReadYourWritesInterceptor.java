package io.timeledger.ingest.read;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Callers;
import io.timeledger.ingest.web.error.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Makes operations marked [FromReadModels] wait for the caller's writes.
final class ReadYourWritesInterceptor implements HandlerInterceptor, WebMvcConfigurer {
  private static final String HEADER = "X-Consistency-Token";
  private static final int MAX_DIGITS = 18;
  private final ReadYourWrites readYourWrites;

  ReadYourWritesInterceptor(ReadYourWrites readYourWrites) {
    this.readYourWrites = readYourWrites;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.hasMethodAnnotation(FromReadModels.class)) {
      Caller caller = Callers.current();
      if (!readYourWrites.await(
          caller.workspaceId(),
          caller.userId(),
          sequence(Collections.list(request.getHeaders(HEADER))))) {
        response.setHeader("X-Stale", "true");
      }
    }
    return true;
  }

  private static long sequence(List<String> headers) {
    if (headers.isEmpty()) {
      return 0;
    }
    String header = headers.getFirst();
    if (headers.size() > 1
        || header.isEmpty()
        || header.length() > MAX_DIGITS
        || !header.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw ApiException.of(
          INVALID_PARAMETER, HEADER, "Expected one token that a write gave, a whole number.");
    }
    return Long.parseLong(header);
  }
}
