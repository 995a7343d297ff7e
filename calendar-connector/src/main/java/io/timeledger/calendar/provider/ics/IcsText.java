package io.timeledger.calendar.provider.ics;

import org.jspecify.annotations.Nullable;

/// Cleans texts of a file for display and storage.
final class IcsText {
  private IcsText() {}

  /// Resolves escapes, collapses whitespace and control characters to one space, and cuts to
  /// `longest` characters; null if nothing is left.
  static @Nullable String shown(@Nullable String value, int longest) {
    if (value == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < value.length() && text.length() <= longest; i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        c = value.charAt(i) == 'n' || value.charAt(i) == 'N' ? ' ' : value.charAt(i);
      }
      if (Character.isWhitespace(c) || Character.isISOControl(c) || c == '\u00a0') {
        space = true;
        continue;
      }
      if (space && !text.isEmpty()) {
        text.append(' ');
      }
      space = false;
      text.append(c);
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
