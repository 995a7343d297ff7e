package io.timeledger.calendar.provider;

import org.jspecify.annotations.Nullable;

/// Cleans texts of JSON responses for display and storage.
public final class DisplayText {
  private DisplayText() {}

  /// Collapses whitespace and control characters to one space, drops halves of surrogate pairs,
  /// which have no UTF-8 form, and cuts to `longest` characters; null if nothing is left.
  public static @Nullable String of(@Nullable String value, int longest) {
    if (value == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    boolean space = false;
    int at = 0;
    while (at < value.length() && text.length() < longest) {
      int c = value.codePointAt(at);
      at += Character.charCount(c);
      if (isBlank(c)) {
        space = true;
      } else if (Character.getType(c) != Character.SURROGATE) {
        if (space && !text.isEmpty()) {
          text.append(' ');
        }
        space = false;
        if (text.length() + Character.charCount(c) <= longest) {
          text.appendCodePoint(c);
        }
      }
    }
    String shown = text.toString().strip();
    return shown.isEmpty() ? null : shown;
  }

  /// Whether the text can be stored unchanged: no control characters, no halves of surrogate pairs.
  public static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c);
  }
}
