package io.timeledger.ingest.web.json;

import static io.timeledger.schemas.reply.ErrorCode.MALFORMED_JSON;
import static io.timeledger.schemas.reply.ErrorCode.WRONG_TYPE;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads untrusted input: UTF-8, one object, known fields, each once, of the right types, without
/// control characters.
public final class StrictJson {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final StrictReader READER = new StrictReader(Json.STRICT, WRONG_TYPE);

  private StrictJson() {}

  static <T> T read(byte[] body, Class<T> type) {
    JsonNode json = parse(decode(body));
    if (!(json instanceof ObjectNode object)) {
      throw ApiException.of(WRONG_TYPE, "The body is not a JSON object.");
    }
    BodyText.take(object);
    return READER.read(object, type);
  }

  /// A part of a parsed body.
  ///
  /// @throws ApiException naming every invalid field of the part
  public static <T> T part(JsonNode json, Class<T> type) {
    if (!(json instanceof ObjectNode object)) {
      throw ApiException.of(WRONG_TYPE, "It is not a JSON object.");
    }
    return READER.read(object, type);
  }

  private static String decode(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw ApiException.of(MALFORMED_JSON, "The body is not UTF-8.");
    }
  }

  private static JsonNode parse(String text) {
    if (text.isBlank()) {
      throw ApiException.of(MALFORMED_JSON, "The body is empty.");
    }
    if (text.startsWith(BYTE_ORDER_MARK)) {
      throw ApiException.of(
          MALFORMED_JSON, "The body begins with a byte order mark: send it without.");
    }
    try {
      return Json.STRICT.readTree(text);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw ApiException.of(
          MALFORMED_JSON,
          "The body is not valid JSON%s.%s"
              .formatted(
                  at == null || at.getLineNr() < 0
                      ? ""
                      : ": line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()),
                  isDuplicate(e) ? " A field is there twice." : ""));
    }
  }

  private static boolean isDuplicate(JacksonException e) {
    String message = e.getOriginalMessage();
    return message != null && message.startsWith("Duplicate");
  }
}
