package io.timeledger.ingest.command;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The headers that make a write safe to repeat and safe against others' changes.
final class Preconditions {
  private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,9})\"");
  private static final int MAX_KEY_LENGTH = 128;

  private Preconditions() {}

  static @Nullable String idempotencyKey(HttpServletRequest request) {
    String key = single(request, "Idempotency-Key").orElse(null);
    if (key != null
        && (key.isBlank()
            || key.length() > MAX_KEY_LENGTH
            || !key.chars().allMatch(c -> c >= 0x20 && c < 0x7F))) {
      throw ApiException.of(
          INVALID_PARAMETER,
          "Idempotency-Key",
          "An idempotency key has 1 to %d printable ASCII characters.".formatted(MAX_KEY_LENGTH));
    }
    return key;
  }

  static @Nullable Integer ifVersion(HttpServletRequest request) {
    String header = single(request, "If-Match").orElse(null);
    if (header == null || header.strip().equals("*")) {
      return null;
    }
    Matcher version = VERSION.matcher(header.strip());
    if (!version.matches()) {
      throw ApiException.of(
          INVALID_PARAMETER, "If-Match", "If-Match names one version, as in \"3\".");
    }
    return Integer.valueOf(version.group(1));
  }

  private static Optional<String> single(HttpServletRequest request, String name) {
    List<String> values = Collections.list(request.getHeaders(name));
    if (values.size() > 1) {
      throw ApiException.of(INVALID_PARAMETER, name, "The header is given more than once.");
    }
    return values.stream().findFirst();
  }
}
