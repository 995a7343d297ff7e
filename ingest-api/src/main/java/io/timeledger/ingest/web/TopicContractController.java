package io.timeledger.ingest.web;

import io.timeledger.ingest.access.Sha256;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.JsonNode;

/// The contracts of the topics: the AsyncAPI document, and the JSON Schemas that it and
/// `ce_dataschema` reference. `https://schemas.timeledger.io/v1/…` is `/schemas/…` here.
@RestController
final class TopicContractController {
  private static final Pattern SCHEMA =
      Pattern.compile("(event|resource)/[a-z_]+([.][a-z_]+)*[.]schema[.]json");
  private static final CacheControl AN_HOUR =
      CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

  @GetMapping("/asyncapi.json")
  @Nullable ResponseEntity<JsonNode> asyncApi(ServletWebRequest request) throws IOException {
    return answer("asyncapi/timeledger.asyncapi.json", request);
  }

  @GetMapping("/schemas/{kind}/{name}")
  @Nullable ResponseEntity<JsonNode> schema(
      @PathVariable String kind, @PathVariable String name, ServletWebRequest request)
      throws IOException {
    String path = kind + "/" + name;
    if (!SCHEMA.matcher(path).matches()) {
      throw ApiException.notFound();
    }
    return answer("schemas/" + path, request);
  }

  private static @Nullable ResponseEntity<JsonNode> answer(String file, ServletWebRequest request)
      throws IOException {
    try (InputStream in =
        TopicContractController.class.getResourceAsStream("/timeledger/" + file)) {
      if (in == null) {
        throw ApiException.notFound();
      }
      byte[] bytes = in.readAllBytes();
      String etag = "\"%s\"".formatted(Sha256.hex(bytes).substring(0, 16));
      return request.checkNotModified(etag)
          ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(etag).cacheControl(AN_HOUR).build()
          : ResponseEntity.ok().eTag(etag).cacheControl(AN_HOUR).body(Json.MAPPER.readTree(bytes));
    }
  }
}
