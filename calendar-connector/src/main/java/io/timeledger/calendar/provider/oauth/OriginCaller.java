package io.timeledger.calendar.provider.oauth;

import io.timeledger.calendar.provider.rest.Origin;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCall;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.HttpExchange;
import io.timeledger.egress.NameResolver;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Calls the origins that the operator has configured and no others. They may be on networks that
/// are not public; addresses that members give are called elsewhere.
public final class OriginCaller implements AutoCloseable {
  private static final List<String> ANYWHERE = List.of("0.0.0.0/0", "::/0");

  private final Set<Origin> origins;
  private final HttpCaller caller;

  /// @param configured addresses of the operator
  /// @param longest deadline of any call
  public OriginCaller(Collection<URI> configured, NameResolver names, Duration longest) {
    origins = configured.stream().map(Origin::of).collect(Collectors.toUnmodifiableSet());
    caller = new HttpCaller(new AddressGuard(ANYWHERE), names, longest);
  }

  /// @throws IllegalArgumentException for another origin
  public HttpExchange exchange(HttpCall call) {
    Origin origin = Origin.of(call.url());
    if (!origins.contains(origin)) {
      throw new IllegalArgumentException(
          "origin: %s (expected: one of %s)".formatted(origin, origins));
    }
    return caller.exchange(call);
  }

  /// For clients that keep to their configured origin themselves.
  public HttpCaller unchecked() {
    return caller;
  }

  @Override
  public void close() {
    caller.close();
  }
}
