package io.timeledger.runtime;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/// Writes the responses of endpoints, and nothing else: for services whose own converters are
/// stricter than endpoints allow.
public final class EndpointBodies extends AbstractHttpMessageConverter<Object> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public EndpointBodies() {
    super(MediaType.ALL);
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == byte[].class || OperationResponseBody.class.isAssignableFrom(type);
  }

  @Override
  protected Object readInternal(Class<?> type, HttpInputMessage input) {
    throw new UnsupportedOperationException("endpoints have no bodies to read");
  }

  @Override
  protected void writeInternal(Object body, HttpOutputMessage output) throws IOException {
    output.getBody().write(body instanceof byte[] raw ? raw : JSON.writeValueAsBytes(body));
  }
}
