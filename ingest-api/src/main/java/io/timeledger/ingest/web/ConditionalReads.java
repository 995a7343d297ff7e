package io.timeledger.ingest.web;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;
import static io.timeledger.schemas.reply.ErrorCode.PRECONDITION_FAILED;

import io.timeledger.ingest.web.error.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Evaluates the preconditions of a read against the `ETag` of its response (RFC 9110 §13.2).
/// Spring answers 304 for matching tags; this class handles the cases that it ignores. A
/// precondition on a response without an `ETag` is refused.
@RestControllerAdvice
final class ConditionalReads implements ResponseBodyAdvice<Object> {
  private static final Set<String> READS = Set.of("GET", "HEAD");

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (request instanceof ServletServerHttpRequest in
        && response instanceof ServletServerHttpResponse out
        && READS.contains(in.getServletRequest().getMethod())
        && out.getServletResponse().getStatus() == HttpServletResponse.SC_OK
        && isNotModified(in.getServletRequest(), response.getHeaders().getETag())) {
      out.getServletResponse().setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return null;
    }
    return body;
  }

  private static boolean isNotModified(HttpServletRequest request, @Nullable String etag) {
    Optional<EntityTags> match = EntityTags.of(request, HttpHeaders.IF_MATCH);
    Optional<EntityTags> noneMatch = EntityTags.of(request, HttpHeaders.IF_NONE_MATCH);
    if (etag == null) {
      if (match.filter(tags -> !tags.isAny()).isPresent()) {
        throw incomparable(HttpHeaders.IF_MATCH);
      }
      if (noneMatch.filter(EntityTags::isAny).isPresent()) {
        throw incomparable(HttpHeaders.IF_NONE_MATCH);
      }
      return false;
    }
    if (match.filter(tags -> !tags.fitStrongly(etag)).isPresent()) {
      throw ApiException.of(
          PRECONDITION_FAILED, HttpHeaders.IF_MATCH, "The tag is %s.".formatted(etag));
    }
    return noneMatch.filter(tags -> tags.fitWeakly(etag)).isPresent();
  }

  private static ApiException incomparable(String header) {
    return ApiException.of(
        INVALID_PARAMETER, header, "The answer has no ETag to compare; leave the header out.");
  }
}
