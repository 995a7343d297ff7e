package io.timeledger.calendar.provider.ics;

import org.jspecify.annotations.Nullable;

/// The unfolded lines of a text: a line that begins with a space or tab continues the previous one.
/// Skips blank lines.
final class IcsLines {
  private final String text;
  private int at;

  IcsLines(String text) {
    this.text = text;
  }

  /// The next line; null after the last.
  @Nullable String next() {
    while (at < text.length()) {
      String line = take();
      if (isContinued()) {
        StringBuilder whole = new StringBuilder(line);
        while (isContinued()) {
          at++;
          whole.append(take());
        }
        line = whole.toString();
      }
      if (!line.isBlank()) {
        return line;
      }
    }
    return null;
  }

  private boolean isContinued() {
    return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
  }

  private String take() {
    int start = at;
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    at = end;
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    return text.substring(start, end);
  }
}
