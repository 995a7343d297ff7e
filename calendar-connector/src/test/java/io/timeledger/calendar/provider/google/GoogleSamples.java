package io.timeledger.calendar.provider.google;

import io.timeledger.schemas.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// Responses in the shapes that Google's reference describes.
final class GoogleSamples {
  private GoogleSamples() {}

  static JsonNode file(String name) {
    try (InputStream in = GoogleSamples.class.getResourceAsStream("/google/" + name)) {
      return Json.MAPPER.readTree(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    return Json.MAPPER.readTree(text.replace('\'', '"'));
  }
}
