package io.timeledger.ingest.command;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.EntityTags;
import io.timeledger.ingest.web.ResourceTag;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.command.Precondition;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// The headers for idempotency and optimistic locking of writes.
final class Preconditions {
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
          "Expected 1 to %d printable ASCII characters.".formatted(MAX_KEY_LENGTH));
    }
    return key;
  }

  /// The single version in `If-Match`; null for anything else.
  static @Nullable Integer ifVersion(HttpServletRequest request) {
    return EntityTags.of(request, HttpHeaders.IF_MATCH)
        .filter(match -> match.tags().size() == 1)
        .flatMap(match -> ResourceTag.of(strong(match.tags().getFirst())))
        .map(ResourceTag::version)
        .orElse(null);
  }

  /// All preconditions, including [#ifVersion], since not every command carries a version. Null
  /// without any.
  static @Nullable Precondition precondition(HttpServletRequest request) {
    List<String> match =
        EntityTags.of(request, HttpHeaders.IF_MATCH)
            .map(tags -> tags.tags().stream().map(Preconditions::strong).toList())
            .orElse(null);
    List<String> noneMatch =
        EntityTags.of(request, HttpHeaders.IF_NONE_MATCH)
            .map(tags -> tags.tags().stream().map(Preconditions::weak).toList())
            .orElse(null);
    return match == null && noneMatch == null ? null : new Precondition(match, noneMatch);
  }

  /// The part of the tag that writes compare. Weak tags stay as they are: they match nothing.
  private static String strong(String tag) {
    return tag.startsWith("\"") ? compared(tag.substring(1, tag.length() - 1)) : tag;
  }

  private static String weak(String tag) {
    return strong(tag.startsWith("W/") ? tag.substring(2) : tag);
  }

  private static String compared(String tag) {
    return ResourceTag.of(tag).map(ResourceTag::compared).orElse(tag);
  }

  private static Optional<String> single(HttpServletRequest request, String name) {
    List<String> values = Collections.list(request.getHeaders(name));
    if (values.size() > 1) {
      throw ApiException.of(INVALID_PARAMETER, name, "The header is given more than once.");
    }
    return values.stream().findFirst();
  }
}
