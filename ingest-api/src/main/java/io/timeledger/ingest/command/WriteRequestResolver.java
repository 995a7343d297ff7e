package io.timeledger.ingest.command;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Provides the caller or the write request as an argument of operations.
final class WriteRequestResolver implements HandlerMethodArgumentResolver {
  private final WriteRequestReader calls;

  WriteRequestResolver(WriteRequestReader calls) {
    this.calls = calls;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type == Caller.class || type == WriteRequest.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Caller caller = Callers.current();
    return parameter.getParameterType() == Caller.class
        ? caller
        : calls.read(
            Objects.requireNonNull(
                request.getNativeRequest(HttpServletRequest.class), "request is null"),
            caller);
  }
}
