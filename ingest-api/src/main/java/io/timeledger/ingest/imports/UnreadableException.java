package io.timeledger.ingest.imports;

import io.timeledger.schemas.reply.ErrorCode;

/// The file as a whole cannot be imported; nothing of it was.
final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final ErrorCode code;

  UnreadableException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  static UnreadableException of(String message) {
    return new UnreadableException(ErrorCode.IMPORT_UNREADABLE, message);
  }

  ErrorCode code() {
    return code;
  }
}
