package io.timeledger.calendar.provider.ics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A component with the properties that are read. Mutable while its file is parsed.
final class IcsComponent {
  private final String name;
  private final List<ContentLine> lines = new ArrayList<>();
  private final List<IcsComponent> children = new ArrayList<>();

  IcsComponent(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void add(ContentLine line) {
    lines.add(line);
  }

  void add(IcsComponent child) {
    children.add(child);
  }

  List<IcsComponent> children() {
    return children;
  }

  /// The first property with the name.
  @Nullable ContentLine line(String property) {
    for (ContentLine line : lines) {
      if (line.name().equals(property)) {
        return line;
      }
    }
    return null;
  }

  List<ContentLine> lines(String property) {
    return lines.stream().filter(line -> line.name().equals(property)).toList();
  }

  /// The value of the first property with the name, stripped.
  @Nullable String value(String property) {
    ContentLine line = line(property);
    return line == null ? null : line.value().strip();
  }

  /// The same in upper case; empty if there is none.
  String word(String property) {
    String value = value(property);
    return value == null ? "" : value.toUpperCase(Locale.ROOT);
  }
}
