package io.timeledger.schemas.text;

/// Patterns of `*`, `?` and plain text, ignoring case and Unicode composition; `?` is one code
/// point. Two cursors walk over pattern and text, backtracking only to the last star. So the work
/// is at most the product of both lengths, even for hostile patterns. Regular expressions could not
/// promise that without a library, and decisions use none.
public final class Glob {
  private Glob() {}

  /// Whether the pattern matches the whole text.
  public static boolean matches(String pattern, String text) {
    int[] wanted = folded(pattern);
    int[] given = folded(text);
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < given.length) {
      if (p < wanted.length && wanted[p] == '*') {
        star = p++;
        resume = t;
      } else if (p < wanted.length && (wanted[p] == '?' || wanted[p] == given[t])) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < wanted.length && wanted[p] == '*') {
      p++;
    }
    return p == wanted.length;
  }

  /// Through upper case, as some letters have two lower-case forms (`ς` and `σ`). A character stays
  /// one character, so that `?` matches `ß`.
  private static int[] folded(String text) {
    return ComposedText.of(text)
        .codePoints()
        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .toArray();
  }
}
