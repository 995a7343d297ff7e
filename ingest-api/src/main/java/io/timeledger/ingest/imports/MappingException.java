package io.timeledger.ingest.imports;

import java.util.List;

/// A parameter names a column that the file does not have.
final class MappingException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Column column;

  MappingException(Column column, String header, List<String> headers) {
    super(
        "The file has no column \"%.80s\"; it has: %.500s."
            .formatted(header, String.join(", ", headers)));
    this.column = column;
  }

  String parameter() {
    return "column." + column.wireName();
  }
}
