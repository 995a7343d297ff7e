package io.timeledger.ingest.web;

import static io.timeledger.schemas.reply.ErrorCode.NOT_ACCEPTABLE;

import io.timeledger.ingest.web.error.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Refuses a request before execution if the response would have no acceptable form, so that the
/// client can retry without executing it twice.
final class Negotiation implements HandlerInterceptor {
  private static final Set<MediaType> JSON = Set.of(MediaType.APPLICATION_JSON);

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod) {
      List<MediaType> ranges = ranges(request);
      Collection<MediaType> offered = offered(request);
      if (!ranges.isEmpty() && offered.stream().noneMatch(type -> isAccepted(type, ranges))) {
        throw refusal(
            "Expected to accept %s."
                .formatted(
                    offered.stream().map(MediaType::toString).collect(Collectors.joining(" or "))));
      }
    }
    return true;
  }

  /// The operation's types, else JSON.
  @SuppressWarnings("unchecked") // Spring puts a set of types there, if anything
  private static Collection<MediaType> offered(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE)
            instanceof Set<?> types
        ? (Set<MediaType>) types
        : JSON;
  }

  private static List<MediaType> ranges(HttpServletRequest request) {
    try {
      return MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    } catch (InvalidMediaTypeException e) {
      throw refusal("Expected media types as in application/json.");
    }
  }

  /// The most specific range that covers a type decides (RFC 9110 §12.5.1).
  private static boolean isAccepted(MediaType type, List<MediaType> ranges) {
    return ranges.stream()
        .filter(range -> range.includes(type))
        .min(
            Comparator.comparing(MediaType::isWildcardType)
                .thenComparing(MediaType::isWildcardSubtype))
        .filter(range -> range.getQualityValue() > 0)
        .isPresent();
  }

  private static ApiException refusal(String message) {
    return ApiException.of(NOT_ACCEPTABLE, HttpHeaders.ACCEPT, message);
  }
}
