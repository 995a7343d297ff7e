package io.timeledger.streams.ledger.rule;

import java.util.Locale;

/// Patterns of `*`, `?` and plain text, whatever the case. Two marks walk over pattern and text,
/// and of all the stars only the last is ever turned back to: the work is at most the product of
/// both lengths, whatever strangers write. Regular expressions could not promise that without a
/// library, and decisions see none.
final class Glob {
  private Glob() {}

  /// Whether the pattern matches the whole text.
  static boolean matches(String pattern, String text) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String given = text.toLowerCase(Locale.ROOT);
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < given.length()) {
      if (p < wanted.length() && wanted.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < wanted.length()
          && (wanted.charAt(p) == '?' || wanted.charAt(p) == given.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < wanted.length() && wanted.charAt(p) == '*') {
      p++;
    }
    return p == wanted.length();
  }
}
