package io.timeledger.webhooks.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The two signatures of a request.
///
/// @param plain for `X-Workestra-Signature`: `sha256=` and hex of HMAC-SHA256 over
///     `<timestamp>.<body>`, by the primary secret alone, since plain receivers compare for
///     equality
/// @param standard for `webhook-signature`: `v1,` and base64 of HMAC-SHA256 over
///     `<id>.<timestamp>.<body>` by every live secret, the primary first, separated by one space
public record Signatures(String plain, String standard) {

  /// @param secrets that are live, the primary first; at least one
  /// @param id of the event
  /// @param timestamp Unix seconds of the attempt
  public static Signatures of(List<SigningSecret> secrets, String id, long timestamp, byte[] body) {
    byte[] plain = secrets.getFirst().plain(signed(timestamp + ".", body));
    byte[] standard = signed(id + "." + timestamp + ".", body);
    return new Signatures(
        "sha256=" + HexFormat.of().formatHex(plain),
        secrets.stream()
            .map(secret -> "v1," + Base64.getEncoder().encodeToString(secret.standard(standard)))
            .collect(joining(" ")));
  }

  private static byte[] signed(String prefix, byte[] body) {
    byte[] head = prefix.getBytes(UTF_8);
    return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
  }
}
