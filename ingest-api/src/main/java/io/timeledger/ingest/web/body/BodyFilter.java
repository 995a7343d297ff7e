package io.timeledger.ingest.web.body;

import static io.timeledger.schemas.reply.ErrorCode.PAYLOAD_TOO_LARGE;
import static io.timeledger.schemas.reply.ErrorCode.UNSUPPORTED_MEDIA_TYPE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.web.error.ApiException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Limits the size of bodies: 1 MiB, 8 MiB for batches, and 64 MiB for imports, which are streamed.
/// Inflates compressed bodies, and limits them before and after.
public final class BodyFilter extends OncePerRequestFilter {
  private static final long LIMIT = 1L << 20;
  private static final Map<String, Long> LARGER =
      Map.of("/api/v1/time-entries/batch", 8L << 20, "/api/v1/imports", 64L << 20);
  private static final List<String> GZIP = List.of("gzip", "x-gzip");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = LARGER.getOrDefault(request.getRequestURI(), LIMIT);
    List<String> codings = codings(request);
    if (codings.size() > 1 || !GZIP.containsAll(codings)) {
      response.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, identity");
      throw ApiException.of(
          UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_ENCODING, "Expected gzip, or none.");
    }
    requireReadableType(request.getContentType());
    if (request.getContentLengthLong() > limit) {
      throw ApiException.of(
          PAYLOAD_TOO_LARGE, "The body is larger than %d bytes.".formatted(limit));
    }
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletInputStream getInputStream() throws IOException {
            return bounded(super.getInputStream(), limit, !codings.isEmpty());
          }
        },
        response);
  }

  private static ServletInputStream bounded(InputStream body, long limit, boolean compressed) {
    return new ServletBody(
        new BoundedBody(compressed ? new InflatedBody(new BoundedBody(body, limit)) : body, limit));
  }

  /// Every body is read as UTF-8, so another charset is refused rather than ignored.
  private static void requireReadableType(@Nullable String type) {
    if (type != null && !isReadable(type)) {
      throw ApiException.of(
          UNSUPPORTED_MEDIA_TYPE,
          HttpHeaders.CONTENT_TYPE,
          "Expected a media type in UTF-8, as in application/json.");
    }
  }

  private static boolean isReadable(String type) {
    try {
      Charset charset = MediaType.parseMediaType(type).getCharset();
      return charset == null || charset.equals(UTF_8);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static List<String> codings(HttpServletRequest request) {
    return Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
        .flatMap(header -> Stream.of(header.split(",", -1)))
        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
        .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
        .toList();
  }
}
