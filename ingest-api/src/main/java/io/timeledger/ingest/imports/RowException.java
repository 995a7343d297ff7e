package io.timeledger.ingest.imports;

/// One row cannot be imported, or contains nothing to import; other rows can.
final class RowException extends Exception {
  private static final long serialVersionUID = 1;
  private final String code;
  private final boolean skips;

  RowException(String code, String message) {
    this(code, message, false);
  }

  private RowException(String code, String message, boolean skips) {
    super(message, null, false, false);
    this.code = code;
    this.skips = skips;
  }

  /// The row is valid but contains no time.
  static RowException skipped(String code, String message) {
    return new RowException(code, message, true);
  }

  RowResult result(long row) {
    String message = String.valueOf(getMessage());
    return skips ? RowResult.skipped(row, code, message) : RowResult.failed(row, code, message);
  }
}
