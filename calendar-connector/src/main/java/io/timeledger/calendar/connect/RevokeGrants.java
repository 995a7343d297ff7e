package io.timeledger.calendar.connect;

import io.timeledger.calendar.provider.ProviderException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Revokes the grants of deleted connections at their providers, and tries again while a provider
/// is not available.
public final class RevokeGrants implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(RevokeGrants.class);

  private final Revocations revocations;
  private final ConnectionVault vault;
  private final TokenEndpoint endpoint;

  public RevokeGrants(Revocations revocations, ConnectionVault vault, TokenEndpoint endpoint) {
    this.revocations = revocations;
    this.vault = vault;
    this.endpoint = endpoint;
  }

  @Override
  public void run() {
    Optional<Revocation> next = revocations.next();
    while (next.isPresent()) {
      revoke(next.get());
      next = revocations.next();
    }
  }

  private void revoke(Revocation revocation) {
    try {
      Grant grant = vault.grant(revocation.grant());
      String refreshToken = grant.refreshToken();
      endpoint.revoke(
          revocation.provider(), refreshToken == null ? grant.accessToken() : refreshToken);
      revocations.done(revocation);
      log.info("event=grant_revoked connection={}", revocation.grant().id());
    } catch (ProviderException e) {
      log.warn(
          "event=grant_not_revoked connection={} reason={}",
          revocation.grant().id(),
          e.fault().reason().code());
      if (!e.fault().isPassing()) {
        revocations.done(revocation);
      }
    }
  }
}
