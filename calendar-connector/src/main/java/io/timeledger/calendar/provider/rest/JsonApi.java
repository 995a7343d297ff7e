package io.timeledger.calendar.provider.rest;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.TransportFaults;
import io.timeledger.egress.HttpCall;
import io.timeledger.egress.HttpExchange;
import io.timeledger.egress.RetryAfter;
import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A provider's JSON API. Each call is one request: no retries and no redirects. The access token
/// goes to the configured origin only. Thread-safe.
public final class JsonApi {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int MOST_READ = 8 * 1024 * 1024;

  private final Function<HttpCall, HttpExchange> calls;
  private final CallTurns turns;
  private final InstantSource clock;
  private final URI base;

  /// @param calls makes a call, and never throws for a fault of the other side
  /// @param turns awaited for each request
  /// @param base address of the API, configured by the operator; no query, no slash at the end
  public JsonApi(
      Function<HttpCall, HttpExchange> calls, CallTurns turns, InstantSource clock, URI base) {
    this.calls = calls;
    this.turns = turns;
    this.clock = clock;
    this.base = base;
  }

  /// @param path from the base on, with a slash at its start; escaped
  public URI at(String path) {
    return URI.create(base + path);
  }

  /// An address that a response names, such as its next page.
  ///
  /// @throws ProviderException if it has another origin, which would learn the token
  public URI trusted(String address) throws ProviderException {
    URI named;
    try {
      named = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw unexpected();
    }
    if (!Origin.of(base).equals(Origin.of(named)) || named.getRawUserInfo() != null) {
      throw unexpected();
    }
    return named;
  }

  public JsonAnswer get(Access access, URI address, Map<String, String> headers)
      throws ProviderException {
    return get(access, address, headers, DEADLINE);
  }

  /// @param deadline of the call as a whole, at most half a minute
  public JsonAnswer get(Access access, URI address, Map<String, String> headers, Duration deadline)
      throws ProviderException {
    return call("GET", access, address, headers, null, deadline);
  }

  /// @param body null sends none
  public JsonAnswer call(
      String method,
      Access access,
      URI address,
      Map<String, String> headers,
      @Nullable JsonNode body)
      throws ProviderException {
    return call(method, access, address, headers, body, DEADLINE);
  }

  private JsonAnswer call(
      String method,
      Access access,
      URI address,
      Map<String, String> headers,
      @Nullable JsonNode body,
      Duration deadline)
      throws ProviderException {
    turns.await(access);
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Authorization", "Bearer " + token(access));
    all.put("Accept", "application/json");
    all.put("User-Agent", "Timeledger-Calendar/1");
    ImmutableBytes sent = null;
    if (body != null) {
      all.put("Content-Type", "application/json");
      sent =
          ImmutableBytes.of(Json.MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
    return read(calls.apply(new HttpCall(method, address, all, sent, deadline, MOST_READ)));
  }

  private JsonAnswer read(HttpExchange answer) throws ProviderException {
    Optional<ProviderFault> fault = TransportFaults.of(answer);
    Integer status = answer.statusCode();
    if (fault.isPresent() || status == null) {
      throw new ProviderException(
          fault.orElse(new ProviderFault.Transient(FaultReason.ANSWER_INVALID)));
    }
    if (answer.body().truncated()) {
      throw new ProviderException(new ProviderFault.Permanent(FaultReason.TOO_LARGE));
    }
    Optional<Duration> wait =
        answer.header("retry-after").flatMap(text -> RetryAfter.parse(text, clock.instant()));
    return new JsonAnswer(status, json(answer, status / 100 == 2), wait);
  }

  private static JsonNode json(HttpExchange answer, boolean required) throws ProviderException {
    byte[] bytes = answer.body().bytes().array();
    if (bytes.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return Json.MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      if (required) {
        throw unexpected();
      }
      return MissingNode.getInstance();
    }
  }

  private static String token(Access access) {
    return switch (access) {
      case Access.OAuthToken oauth -> oauth.token();
      case Access.IcsAddress _ -> throw new IllegalArgumentException("an address, for an API");
    };
  }

  private static ProviderException unexpected() {
    return new ProviderException(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
  }
}
