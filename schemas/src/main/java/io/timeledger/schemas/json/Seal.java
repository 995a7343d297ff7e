package io.timeledger.schemas.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.timeledger.schemas.event.Event;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/// The hash that chains the events of a workspace: lower-case hex of SHA-256 over the previous hash
/// (64 ASCII characters), the event without `hash` in RFC 8785 form, and the version of this rule
/// (`1`). A removed, added or altered event breaks the chain at its position.
public final class Seal {
  private static final byte[] VERSION = "1".getBytes(US_ASCII);

  private Seal() {}

  /// @param event as written by [EventCodec]; a `hash` in it is ignored
  public static String hash(ObjectNode event) {
    ObjectNode unsealed = Json.MAPPER.createObjectNode();
    unsealed.setAll(event);
    unsealed.remove("hash");
    MessageDigest sha256 = sha256();
    sha256.update(unsealed.required("previous_hash").asString().getBytes(US_ASCII));
    sha256.update(CanonicalJson.write(unsealed));
    sha256.update(VERSION);
    return HexFormat.of().formatHex(sha256.digest());
  }

  /// Whether the event still matches its hash.
  public static boolean holds(ObjectNode event) {
    return hash(event).equals(event.required("hash").asString());
  }

  /// The event with its hash.
  public static Event sealed(Event unsealed, EventCodec codec) {
    return written(unsealed, codec).event();
  }

  /// As [#sealed], with the bytes from [EventCodec#write].
  public static SealedEvent written(Event unsealed, EventCodec codec) {
    ObjectNode json = codec.toTree(unsealed);
    String hash = hash(json);
    json.put("hash", hash);
    Event event =
        new Event(
            unsealed.id(),
            unsealed.type(),
            unsealed.workspaceId(),
            unsealed.data(),
            unsealed.timestamp(),
            unsealed.sequence(),
            unsealed.before(),
            unsealed.actor(),
            unsealed.commandId(),
            unsealed.previousHash(),
            hash);
    return new SealedEvent(event, Json.MAPPER.writeValueAsBytes(json));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
