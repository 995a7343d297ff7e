package io.timeledger.ingest.imports;

import java.util.Map;
import java.util.Set;

/// How the columns of a file are found.
///
/// @param mapping headers named by the caller, in place of the format's own
record Layout(ImportFormat format, Map<Column, String> mapping) {
  Layout {
    mapping = Map.copyOf(mapping);
  }

  /// The number of recognized headers.
  long known(HeaderRow headers) {
    long mapped =
        mapping.values().stream().filter(column -> headers.find(column).isPresent()).count();
    return mapped
        + format.columns().stream()
            .flatMap(column -> column.headers().stream())
            .filter(header -> headers.first(header, Set.of()).isPresent())
            .count();
  }
}
