package io.timeledger.ingest.web;

import io.timeledger.ingest.access.Sha256;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The API's own description and error codes.
@RestController
final class OpenApiController {
  private static final String DOCUMENT = "/openapi/timeledger.openapi.json";
  private final JsonNode document;
  // Weak, because the document is the same whether it is sent compressed or not.
  private final String etag;

  OpenApiController() throws IOException {
    try (InputStream in = OpenApiController.class.getResourceAsStream(DOCUMENT)) {
      document = in == null ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(in);
    }
    etag =
        "W/\"%s\"".formatted(Sha256.hex(Json.MAPPER.writeValueAsBytes(document)).substring(0, 16));
  }

  @GetMapping("/openapi.json")
  ResponseEntity<JsonNode> openApi() {
    return ResponseEntity.ok()
        .eTag(etag)
        .cacheControl(CacheControl.noCache().cachePublic())
        .body(document);
  }

  @GetMapping("/api/v1/errors")
  ObjectNode errors() {
    ArrayNode codes = Json.MAPPER.createArrayNode();
    for (ErrorCode code : ErrorCode.values()) {
      codes
          .addObject()
          .put("code", code.wireName())
          .put("status", code.status())
          .put("meaning", code.meaning());
    }
    return Envelope.data(codes);
  }
}
