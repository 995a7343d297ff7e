package io.timeledger.ingest.read;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_CURSOR;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.access.Sha256;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.json.Json;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The last row of a page, by its sort value and id. Valid only for the same list, filters, sort
/// and reader.
///
/// @param value as text; empty when the list is sorted by id alone
public record Cursor(String value, String id) {
  private static final int FINGERPRINT_LENGTH = 16;

  public String encode(String list) {
    String json =
        Json.MAPPER.writeValueAsString(
            Json.MAPPER.createArrayNode().add(fingerprint(list)).add(value).add(id));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  /// @param list identifies the list with its filters, sort and reader
  public static Cursor decode(String cursor, String list) {
    try {
      JsonNode json =
          Json.STRICT.readTree(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
      if (json.isArray()
          && json.size() == 3
          && fingerprint(list).equals(json.get(0).asString(""))
          && json.get(1).isString()
          && json.get(2).isString()) {
        return new Cursor(json.get(1).asString(), json.get(2).asString());
      }
    } catch (IllegalArgumentException | JacksonException e) {
      throw invalid();
    }
    throw invalid();
  }

  public static ApiException invalid() {
    return ApiException.of(INVALID_CURSOR, "cursor", INVALID_CURSOR.meaning());
  }

  private static String fingerprint(String list) {
    return Sha256.hex(list).substring(0, FINGERPRINT_LENGTH);
  }
}
