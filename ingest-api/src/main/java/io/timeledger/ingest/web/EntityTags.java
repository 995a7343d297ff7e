package io.timeledger.ingest.web;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The entity tags of a header (RFC 9110 §8.8.3): a list, or `*` for any.
///
/// @param tags as sent, with quotes and the weak prefix
public record EntityTags(List<String> tags) {
  private static final String ANY = "*";
  private static final int MOST = 100;
  private static final Pattern TAG =
      Pattern.compile("\\s*+((?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*+\")\\s*+(?:,|$)");

  public EntityTags {
    tags = List.copyOf(tags);
  }

  /// Empty without the header.
  ///
  /// @throws ApiException naming the header when it is neither a list of tags nor `*`
  public static Optional<EntityTags> of(HttpServletRequest request, String header) {
    List<String> lines = Collections.list(request.getHeaders(header));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String value = String.join(",", lines).strip();
    if (value.equals(ANY)) {
      return Optional.of(new EntityTags(List.of(ANY)));
    }
    List<String> tags = new ArrayList<>();
    Matcher tag = TAG.matcher(value);
    int end = 0;
    while (tag.find() && tag.start() == end) {
      tags.add(tag.group(1));
      end = tag.end();
    }
    if (tags.isEmpty() || tags.size() > MOST || end < value.length() || value.endsWith(",")) {
      throw ApiException.of(
          INVALID_PARAMETER,
          header,
          "Expected *, or 1 to %d tags as ETag gives them, as in \"3\".".formatted(MOST));
    }
    return Optional.of(new EntityTags(tags));
  }

  public boolean isAny() {
    return tags.equals(List.of(ANY));
  }

  /// `If-Match` comparison: weak tags match nothing. A tag of ours also matches if it is a prefix
  /// without the part of what was shown, as in responses to writes.
  boolean fitStrongly(String etag) {
    return isAny()
        || (!etag.startsWith("W/")
            && tags.stream().anyMatch(tag -> tag.equals(etag) || isBeginning(tag, etag)));
  }

  /// `If-None-Match` comparison: weak or not, the same tag matches.
  boolean fitWeakly(String etag) {
    return isAny() || tags.stream().anyMatch(tag -> strong(tag).equals(strong(etag)));
  }

  private static boolean isBeginning(String tag, String etag) {
    String open = tag.substring(0, tag.length() - 1);
    return open.length() > 1
        && etag.startsWith(open)
        && (etag.charAt(open.length()) == '-' || etag.charAt(open.length()) == '.');
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
