package io.timeledger.ingest.imports;

import java.util.Map;
import java.util.Set;

/// How the columns of a file are found.
///
/// @param mapping headers that the caller named, where the format's own do not fit
record Layout(ImportFormat format, Map<Column, String> mapping) {
  Layout {
    mapping = Map.copyOf(mapping);
  }

  /// How many headers say something.
  long known(HeaderRow headers) {
    long mapped = mapping.values().stream().filter(it -> headers.find(it).isPresent()).count();
    return mapped
        + format.columns().stream()
            .flatMap(column -> column.headers().stream())
            .filter(header -> headers.first(header, Set.of()).isPresent())
            .count();
  }
}
