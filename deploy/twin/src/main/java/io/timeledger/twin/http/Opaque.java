package io.timeledger.twin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Tokens that callers send back and must not read: a record, as JSON, in base64url. Nothing is
/// kept, so a token never gets lost.
public final class Opaque {
  private Opaque() {}

  public static String of(Record content) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(JsonMapper.shared().writeValueAsString(content).getBytes(UTF_8));
  }

  /// Empty for what {@link #of} never made of such a record.
  public static <T extends Record> Optional<T> read(String token, Class<T> type) {
    try {
      return Optional.of(
          JsonMapper.shared()
              .readValue(new String(Base64.getUrlDecoder().decode(token), UTF_8), type));
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }
}
