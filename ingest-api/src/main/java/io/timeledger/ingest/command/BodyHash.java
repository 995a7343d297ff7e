package io.timeledger.ingest.command;

import io.timeledger.ingest.access.Sha256;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.json.Json;

/// What makes two requests the same request.
public final class BodyHash {
  private BodyHash() {}

  /// @param asked the command without what the API chose at random
  public static String of(WriteRequest call, Object asked) {
    String body = Json.MAPPER.writeValueAsString(asked);
    return Sha256.hexOf(
        call.method(),
        call.path(),
        CommandCodec.typeOf(asked.getClass()),
        call.precondition() == null ? body : body + call.precondition());
  }
}
