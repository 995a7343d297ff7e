package io.timeledger.ingest.changes;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryRanges;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Where a stream resumes. The header of a reconnecting client takes precedence over its query,
/// which it repeats unchanged.
///
/// @param after the last sequence that was seen; null starts with new events
record StreamPosition(@Nullable Long after) {
  static final String HEADER = "Last-Event-ID";
  private static final int MAX_DIGITS = 18;

  StreamPosition {
    QueryRanges.requireBetween("after", after, 0, FeedPosition.MAX_SEQUENCE);
  }

  /// The header or parameter that holds the position.
  String nameIn(HttpServletRequest request) {
    String header = request.getHeader(HEADER);
    return header == null || header.isEmpty() ? "after" : HEADER;
  }

  OptionalLong of(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders(HEADER));
    if (headers.size() > 1) {
      throw ApiException.of(INVALID_PARAMETER, HEADER, "The header is given more than once.");
    }
    String lastEventId = headers.isEmpty() ? "" : headers.getFirst();
    if (lastEventId.isEmpty()) {
      return after == null ? OptionalLong.empty() : OptionalLong.of(after);
    }
    if (lastEventId.length() > MAX_DIGITS
        || !lastEventId.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw ApiException.of(
          INVALID_PARAMETER,
          HEADER,
          "Expected the id of an event, a whole number of at most %d digits."
              .formatted(MAX_DIGITS));
    }
    return OptionalLong.of(Long.parseLong(lastEventId));
  }
}
