package io.timeledger.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI documents of the source tree: today's, and the one that was released last.
final class Document {
  private static final Path FOLDER = Path.of("../../../schemas/src/main/resources/openapi");
  static final Path TODAY = FOLDER.resolve("timeledger.openapi.json");
  static final Path RELEASED = FOLDER.resolve("released/timeledger.openapi.json");
  static final Path COLLECTION =
      FOLDER.resolve("../postman/timeledger.postman_collection.json").normalize();

  private Document() {}

  static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode json(Path document) {
    return (ObjectNode) JsonMapper.shared().readTree(text(document));
  }
}
