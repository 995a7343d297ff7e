package io.timeledger.ingest.web.json;

/// Rules for text from outside.
public final class Text {
  private Text() {}

  /// No control characters, unpaired surrogates or replacement characters of failed decoding.
  public static boolean isClean(String text) {
    return text.codePoints().allMatch(c -> isPlain(c) && c != 0xFFFD);
  }

  /// As [#isClean], but allows lines and tabs.
  public static boolean isCleanMultiline(String text) {
    return text.codePoints().allMatch(c -> c == '\n' || c == '\r' || c == '\t' || isPlain(c));
  }

  /// Whether all surrogates are paired.
  static boolean isPaired(String text) {
    return text.codePoints().noneMatch(Text::isHalf);
  }

  static boolean isCleanLine(String text) {
    return text.codePoints().allMatch(Text::isPlain);
  }

  private static boolean isPlain(int c) {
    return !Character.isISOControl(c) && !isHalf(c);
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
