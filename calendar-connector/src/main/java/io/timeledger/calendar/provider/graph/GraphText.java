package io.timeledger.calendar.provider.graph;

import org.jspecify.annotations.Nullable;

/// Cleans texts for display and storage.
final class GraphText {
  private static final int REPLACEMENT = 0xFFFD;

  private GraphText() {}

  /// Collapses whitespace and control characters to one space, and cuts to `longest` characters;
  /// null if nothing is left.
  static @Nullable String shown(@Nullable String value, int longest) {
    if (value == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < value.length() && text.length() <= longest; ) {
      int c = value.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
        space = !text.isEmpty();
        continue;
      }
      if (space) {
        text.append(' ');
        space = false;
      }
      // Half of a surrogate pair cannot be stored as UTF-8.
      text.appendCodePoint(Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c);
    }
    String shown = cut(text.toString(), longest).strip();
    return shown.isEmpty() ? null : shown;
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }
}
