package io.timeledger.calendar.provider.oauth;

import io.timeledger.egress.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/// A complete answer, for Spring's client.
record EgressResponse(HttpExchange answer) implements ClientHttpResponse {

  @Override
  public HttpStatusCode getStatusCode() {
    return HttpStatusCode.valueOf(Objects.requireNonNull(answer.statusCode(), "no answer"));
  }

  @Override
  public String getStatusText() {
    return "";
  }

  @Override
  public HttpHeaders getHeaders() {
    HttpHeaders headers = new HttpHeaders();
    answer.responseHeaders().forEach(headers::addAll);
    return headers;
  }

  @Override
  public InputStream getBody() {
    return new ByteArrayInputStream(answer.body().bytes().array());
  }

  @Override
  public void close() {}
}
