package io.timeledger.ingest.web;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the interface says of itself: its description and its error codes.
@RestController
final class CatalogController {
  private static final String DOCUMENT = "/openapi/timeledger.openapi.json";
  private final JsonNode document;

  CatalogController() throws IOException {
    try (InputStream in = CatalogController.class.getResourceAsStream(DOCUMENT)) {
      document = in == null ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(in);
    }
  }

  @GetMapping("/openapi.json")
  JsonNode openApi() {
    return document;
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
