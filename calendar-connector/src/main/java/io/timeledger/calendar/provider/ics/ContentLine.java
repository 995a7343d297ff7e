package io.timeledger.calendar.provider.ics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A property of a component.
///
/// @param name in upper case
/// @param params by name in upper case, without quotes
/// @param value raw, with its escapes
record ContentLine(String name, Map<String, String> params, String value) {

  /// The end of the line's name; -1 if it has none.
  static int nameEnd(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ':' || c == ';') {
        return i == 0 ? -1 : i;
      }
      if (!(Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
        return -1;
      }
    }
    return -1;
  }

  /// @param line unfolded
  /// @return empty for a line without name or value
  static Optional<ContentLine> parse(String line) {
    int end = nameEnd(line);
    if (end < 0) {
      return Optional.empty();
    }
    String name = line.substring(0, end).toUpperCase(Locale.ROOT);
    Map<String, String> params = new HashMap<>();
    int at = end;
    while (at < line.length() && line.charAt(at) == ';') {
      int next = paramEnd(line, at + 1);
      put(params, line.substring(at + 1, next));
      at = next;
    }
    return at < line.length()
        ? Optional.of(new ContentLine(name, Map.copyOf(params), line.substring(at + 1)))
        : Optional.empty();
  }

  @Nullable String param(String upperCaseName) {
    return params.get(upperCaseName);
  }

  boolean hasParam(String upperCaseName, String value) {
    return value.equalsIgnoreCase(params.get(upperCaseName));
  }

  // A parameter ends at a colon or semicolon outside quotes.
  private static int paramEnd(String line, int from) {
    boolean quoted = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ':' || c == ';')) {
        return i;
      }
    }
    return line.length();
  }

  private static void put(Map<String, String> params, String text) {
    int equals = text.indexOf('=');
    if (equals > 0) {
      params.putIfAbsent(
          text.substring(0, equals).strip().toUpperCase(Locale.ROOT),
          text.substring(equals + 1).replace("\"", "").strip());
    }
  }
}
