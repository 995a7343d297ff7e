package io.timeledger.calendar.connect;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.Access.OAuthToken;
import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.PushProvider;
import io.timeledger.schemas.resource.Provider;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes the push channels of deleted connections, and tries again while a provider is not
/// available. Channels that cannot be closed expire.
public final class CloseChannels implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(CloseChannels.class);

  private final Closings closings;
  private final Map<Provider, PushProvider> providers;
  private final ConnectionVault vault;
  private final TokenEndpoint endpoint;
  private final InstantSource clock;

  public CloseChannels(
      Closings closings,
      Map<Provider, PushProvider> providers,
      ConnectionVault vault,
      TokenEndpoint endpoint,
      InstantSource clock) {
    this.closings = closings;
    this.providers = Map.copyOf(providers);
    this.vault = vault;
    this.endpoint = endpoint;
    this.clock = clock;
  }

  @Override
  public void run() {
    Optional<Closing> next = closings.next();
    while (next.isPresent()) {
      close(next.get());
      next = closings.next();
    }
  }

  private void close(Closing closing) {
    PushProvider provider = providers.get(closing.provider());
    List<String> ids = closing.channels().stream().map(OpenChannel::id).toList();
    try {
      if (provider != null) {
        Access access = access(vault.grant(closing.grant()));
        for (OpenChannel channel : closing.channels()) {
          provider.close(access, channel);
        }
        log.info("event=channels_closed connection={} count={}", closing.grant().id(), ids.size());
      }
      closings.done(ids);
    } catch (ProviderException e) {
      log.warn(
          "event=channels_not_closed connection={} reason={}",
          closing.grant().id(),
          e.fault().reason().code());
      if (!e.fault().isPassing()) {
        closings.done(ids);
      }
    }
  }

  /// A refreshed token is not stored: nothing else uses the grant any more.
  private Access access(Grant grant) throws ProviderException {
    String refreshToken = grant.refreshToken();
    Grant usable =
        grant.isExpiring(clock.instant()) && refreshToken != null
            ? grant.with(endpoint.refresh(grant.provider(), refreshToken))
            : grant;
    return new OAuthToken(usable.subject(), usable.label(), usable.accessToken());
  }
}
