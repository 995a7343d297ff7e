package io.timeledger.calendar.push;

import io.timeledger.calendar.provider.ChannelRequest;
import io.timeledger.schemas.calendar.ChannelSecrets;
import io.timeledger.schemas.calendar.PushRoute;
import io.timeledger.schemas.resource.Provider;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// Where providers report changes to, and the secrets that their reports carry.
///
/// @param secrets empty without a key; then no provider can call
/// @param publicUrl of the API, without a slash at its end
/// @param providers that can call it
public record ChannelAddresses(
    Optional<ChannelSecrets> secrets, String publicUrl, Set<Provider> providers) {
  public ChannelAddresses {
    providers = Set.copyOf(providers);
  }

  ChannelRequest request(PushRoute route, String channelId) {
    // One address for both kinds of reports: they are told apart by their bodies.
    URI address = URI.create(publicUrl + route.path());
    return new ChannelRequest(
        channelId, address, address, secrets.orElseThrow().secret(route, channelId));
  }
}
