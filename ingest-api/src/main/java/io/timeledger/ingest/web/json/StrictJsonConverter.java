package io.timeledger.ingest.web.json;

import io.timeledger.schemas.json.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import tools.jackson.databind.JsonNode;

/// Bodies in: records, read strictly. Bodies out: trees.
public final class StrictJsonConverter implements HttpMessageConverter<Object> {
  private static final List<MediaType> TYPES =
      List.of(MediaType.APPLICATION_JSON, new MediaType("application", "merge-patch+json"));

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return type.isRecord()
        && mediaType != null
        && TYPES.stream().anyMatch(json -> json.isCompatibleWith(mediaType))
        && isUtf8(mediaType.getCharset());
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return JsonNode.class.isAssignableFrom(type)
        && (mediaType == null || mediaType.isCompatibleWith(MediaType.APPLICATION_JSON));
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return TYPES;
  }

  @Override
  public Object read(Class<?> type, HttpInputMessage message) throws IOException {
    return StrictJson.read(message.getBody().readAllBytes(), type);
  }

  @Override
  public void write(Object tree, @Nullable MediaType mediaType, HttpOutputMessage message)
      throws IOException {
    byte[] body = Json.MAPPER.writeValueAsBytes(tree);
    message.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    message.getHeaders().setContentLength(body.length);
    message.getBody().write(body);
  }

  private static boolean isUtf8(@Nullable Charset charset) {
    return charset == null || charset.equals(StandardCharsets.UTF_8);
  }
}
