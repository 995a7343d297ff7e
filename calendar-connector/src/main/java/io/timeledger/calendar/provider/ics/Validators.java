package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.EventCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The validators of a response (RFC 9110 §8.8). The hash detects unchanged files of servers that
/// send no validators.
///
/// @param sha256 of the body, in lower-case hex
record Validators(@Nullable String etag, @Nullable String lastModified, @Nullable String sha256) {
  static final Validators NONE = new Validators(null, null, null);
  private static final int LONGEST = 1_000;

  Validators {
    etag = bounded(etag);
    lastModified = bounded(lastModified);
  }

  static Validators of(EventCursor cursor) {
    Map<Character, String> parts = new LinkedHashMap<>();
    cursor
        .value()
        .lines()
        .filter(line -> line.length() > 2)
        .forEach(line -> parts.put(line.charAt(0), line.substring(2)));
    return new Validators(parts.get('e'), parts.get('m'), parts.get('h'));
  }

  EventCursor cursor() {
    List<String> lines = new ArrayList<>();
    if (etag != null) {
      lines.add("e " + etag);
    }
    if (lastModified != null) {
      lines.add("m " + lastModified);
    }
    if (sha256 != null) {
      lines.add("h " + sha256);
    }
    return new EventCursor(String.join("\n", lines));
  }

  /// The headers of a conditional request.
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (etag != null) {
      headers.put("If-None-Match", etag);
    }
    if (lastModified != null) {
      headers.put("If-Modified-Since", lastModified);
    }
    return headers;
  }

  // Ignores a header that is too long or would break the cursor's lines.
  private static @Nullable String bounded(@Nullable String text) {
    return text == null || text.length() > LONGEST || text.isBlank() || text.lines().count() != 1
        ? null
        : text;
  }
}
