package io.timeledger.ingest.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tags in one cell.
final class TagCell {
  private TagCell() {}

  /// Without spaces and duplicates.
  static List<String> of(String cell, ImportFormat format) {
    List<String> tags =
        format == ImportFormat.TIMELEDGER ? own(cell) : Arrays.asList(cell.split(",", -1));
    return tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
  }

  /// Tags with commas or quotes are quoted, as in CSV.
  private static List<String> own(String cell) {
    List<String> tags = new ArrayList<>();
    StringBuilder tag = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '"' && quoted && i + 1 < cell.length() && cell.charAt(i + 1) == '"') {
        tag.append(c);
        i++;
      } else if (c == '"' && (quoted || tag.toString().isBlank())) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        tags.add(tag.toString());
        tag.setLength(0);
      } else {
        tag.append(c);
      }
    }
    tags.add(tag.toString());
    return tags;
  }
}
