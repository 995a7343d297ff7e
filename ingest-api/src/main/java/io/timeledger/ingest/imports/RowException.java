package io.timeledger.ingest.imports;

/// One row cannot be imported; the others can.
final class RowException extends Exception {
  private static final long serialVersionUID = 1;
  private final String code;

  RowException(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}
