package io.timeledger.ingest.imports;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The columns of a file.
///
/// @param headers all of the file
/// @param found the position of each column that is read
record Columns(HeaderRow headers, Map<Column, Integer> found) {

  /// @throws MappingException when a column is mapped to a header that the file does not have
  static Columns of(Layout layout, HeaderRow headers) {
    Map<Column, Integer> found = new EnumMap<>(Column.class);
    layout
        .mapping()
        .forEach((column, header) -> found.put(column, mapped(column, header, headers)));
    Set<Integer> taken = new HashSet<>(found.values());
    for (Column column : layout.format().columns()) {
      if (!found.containsKey(column)) {
        column.headers().stream()
            .map(header -> headers.first(header, taken))
            .flatMapToInt(OptionalInt::stream)
            .findFirst()
            .ifPresent(
                index -> {
                  found.put(column, index);
                  taken.add(index);
                });
      }
    }
    return new Columns(headers, found);
  }

  private static int mapped(Column column, String header, HeaderRow headers) {
    return headers
        .find(header)
        .orElseThrow(() -> new MappingException(column, header, headers.written()));
  }

  boolean has(Column column) {
    return found.containsKey(column);
  }

  /// Headers of ignored columns, in file order.
  List<String> unread() {
    Collection<Integer> read = found.values();
    return IntStream.range(0, headers.written().size())
        .filter(i -> !read.contains(i) && !headers.written().get(i).isEmpty())
        .mapToObj(headers.written()::get)
        .toList();
  }

  /// The header of each column that is read.
  Map<Column, String> read() {
    Map<Column, String> read = new EnumMap<>(Column.class);
    found.forEach((column, index) -> read.put(column, headers.written().get(index)));
    return read;
  }

  /// @throws UnreadableException when a column that the format needs is missing
  Columns require(ImportFormat format) {
    String missing =
        Arrays.stream(Column.values())
            .filter(column -> format.needs(column, found.keySet()) && !has(column))
            .map(Column::spelled)
            .collect(Collectors.joining(", "));
    if (missing.isEmpty()) {
      return this;
    }
    if (headers.written().size() == 1) {
      throw UnreadableException.of(
          "The header has one column, \"%.80s\": expected several, separated by commas, semicolons or tabs."
              .formatted(headers.written().getFirst()));
    }
    throw UnreadableException.of(
        "Columns are missing: %s. The file has: %.500s. Name one by column.NAME=HEADER, as in column.task=Activity."
            .formatted(missing, String.join(", ", headers.written())));
  }
}
