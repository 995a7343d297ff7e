package io.timeledger.calendar.provider.oauth;

import io.timeledger.egress.HttpCall;
import io.timeledger.egress.HttpExchange;
import io.timeledger.runtime.ImmutableBytes;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/// A request of Spring's client as one of our own calls.
final class EgressRequest extends AbstractClientHttpRequest {
  /// Covers the call as a whole.
  static final Duration DEADLINE = Duration.ofSeconds(20);

  static final int MOST_READ = 64 * 1024;

  /// Our client writes these itself.
  private static final Set<String> OF_THE_CLIENT = Set.of("content-length", "transfer-encoding");

  private final HttpMethod method;
  private final URI url;
  private final Function<HttpCall, HttpExchange> caller;
  private final InstantSource clock;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  EgressRequest(
      HttpMethod method, URI url, Function<HttpCall, HttpExchange> caller, InstantSource clock) {
    this.method = method;
    this.url = url;
    this.caller = caller;
    this.clock = clock;
  }

  @Override
  public HttpMethod getMethod() {
    return method;
  }

  @Override
  public URI getURI() {
    return url;
  }

  @Override
  protected OutputStream getBodyInternal(HttpHeaders headers) {
    return body;
  }

  /// @throws UnavailableException if there is no complete answer, or the provider is not available
  @Override
  protected ClientHttpResponse executeInternal(HttpHeaders headers) {
    Map<String, String> sent = new LinkedHashMap<>();
    headers.forEach(
        (name, values) -> {
          if (!OF_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
            sent.put(name, String.join(", ", values));
          }
        });
    HttpExchange answer =
        caller.apply(
            new HttpCall(
                method.name(),
                url,
                sent,
                ImmutableBytes.of(body.toByteArray()),
                DEADLINE,
                MOST_READ));
    UnavailableException.check(answer, clock.instant());
    return new EgressResponse(answer);
  }
}
