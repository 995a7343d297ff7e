package io.timeledger.ingest.activity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Page addresses without the parts that may hold secrets: user, password, query and fragment.
final class BareUrl {
  private static final Pattern URL =
      Pattern.compile(
          "(https?://)(?:[^/?#@\\s]*@)*([^/?#@\\s]+)([^?#]*).*", Pattern.CASE_INSENSITIVE);

  private BareUrl() {}

  /// Empty unless it is the address of a web page.
  static Optional<String> of(String url) {
    Matcher parts = URL.matcher(url);
    return parts.matches()
        ? Optional.of(parts.group(1) + parts.group(2) + parts.group(3))
        : Optional.empty();
  }
}
