package io.timeledger.ingest.activity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pages without what may be secret in their addresses: user, password, query and fragment.
final class BareUrl {
  private static final Pattern URL =
      Pattern.compile(
          "(https?://)(?:[^/?#@\\s]*@)*([^/?#@\\s]+)([^?#]*).*", Pattern.CASE_INSENSITIVE);

  private BareUrl() {}

  /// Empty for what is no address of a web page.
  static Optional<String> of(String url) {
    Matcher parts = URL.matcher(url);
    return parts.matches()
        ? Optional.of(parts.group(1) + parts.group(2) + parts.group(3))
        : Optional.empty();
  }
}
