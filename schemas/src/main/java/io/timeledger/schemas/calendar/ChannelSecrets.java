package io.timeledger.schemas.calendar;

import io.timeledger.schemas.secret.SealContext;
import io.timeledger.schemas.secret.Vault;
import java.util.Optional;

/// Makes and checks the secrets of push channels. A secret authenticates the channel and its route,
/// so it is checked without any state. Thread-safe.
public record ChannelSecrets(Vault vault) {
  /// In characters; Microsoft Graph accepts no longer `clientState`.
  public static final int LONGEST = 128;

  /// @param channel its id, without a dot
  public String secret(PushRoute route, String channel) {
    return channel + "." + vault.mac(channel, SealContext.push(route.path()));
  }

  /// The channel that the secret was made for; empty if it was made for another route, or not by
  /// us.
  public Optional<String> channel(PushRoute route, String secret) {
    int dot = secret.indexOf('.');
    if (dot < 1 || secret.length() > LONGEST) {
      return Optional.empty();
    }
    String channel = secret.substring(0, dot);
    return vault.verify(secret.substring(dot + 1), channel, SealContext.push(route.path()))
        ? Optional.of(channel)
        : Optional.empty();
  }
}
