package io.timeledger.ingest.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.ingest.access.Sha256;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.json.Json;

/// Hash for idempotency: equal requests have equal hashes.
public final class BodyHash {
  private BodyHash() {}

  /// @param asked the command or the body, without the API's random values
  public static String of(WriteRequest call, Object asked) {
    String body = Json.MAPPER.writeValueAsString(asked);
    return Sha256.hexOf(
        call.method(),
        call.path(),
        asked.getClass().isAnnotationPresent(JsonTypeName.class)
            ? CommandCodec.typeOf(asked.getClass())
            : "",
        call.precondition() == null ? body : body + call.precondition());
  }
}
