package io.timeledger.calendar.connect;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.Access.OAuthToken;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.round.DueWork;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.schemas.calendar.CalendarScopes;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.restricted.ConnectionGrant;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.OAuthTicket;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Access tokens of grants. A new ticket is exchanged first; an access token that is about to
/// expire is refreshed. The lane's lease lets only one instance do either. Every new token is
/// stored before it is used, since a provider may accept the former one no longer.
public final class GrantAccesses {
  private static final Logger log = LoggerFactory.getLogger(GrantAccesses.class);

  private final ConnectionVault vault;
  private final GrantStore store;
  private final TokenEndpoint endpoint;
  private final InstantSource clock;

  public GrantAccesses(
      ConnectionVault vault, GrantStore store, TokenEndpoint endpoint, InstantSource clock) {
    this.vault = vault;
    this.store = store;
    this.endpoint = endpoint;
    this.clock = clock;
  }

  Access open(LaneLease lease, DueWork due) throws ProviderException {
    Optional<ConnectionGrant> stored = store.find(due.connection().id());
    ConnectionSecret secret = due.secret();
    int usedUp = stored.map(ConnectionGrant::connectionVersion).orElse(0);
    if (secret != null && secret.version() > usedUp) {
      return access(exchanged(lease, due.connection(), secret, stored));
    }
    ConnectionGrant found =
        stored.orElseThrow(() -> fault(new ProviderFault.AuthLost(FaultReason.SIGN_IN_NEEDED)));
    Grant grant = vault.grant(found);
    return access(
        grant.isExpiring(clock.instant())
            ? refreshed(lease, due.connection(), found, grant)
            : grant);
  }

  Optional<Access> renewed(LaneLease lease, DueWork due) throws ProviderException {
    Optional<ConnectionGrant> stored = store.find(due.connection().id());
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    Grant grant = vault.grant(stored.get());
    return Optional.of(access(refreshed(lease, due.connection(), stored.get(), grant)));
  }

  private Grant exchanged(
      LaneLease lease,
      Connection connection,
      ConnectionSecret secret,
      Optional<ConnectionGrant> before)
      throws ProviderException {
    OAuthTicket ticket = vault.ticket(secret);
    if (!clock.instant().isBefore(ticket.expiresAt())) {
      throw fault(new ProviderFault.Rejected(FaultReason.SIGN_IN_EXPIRED));
    }
    Grant grant = Grant.of(endpoint.exchange(connection.provider(), ticket));
    // From here to the end of this call a crash loses the grant, because the code is used up.
    put(
        lease,
        connection,
        sealed(
            connection,
            secret.version(),
            before.map(ConnectionGrant::version).orElse(0L) + 1,
            grant));
    log.info(
        "event=ticket_exchanged connection={} provider={}", connection.id(), connection.provider());
    return grant;
  }

  private Grant refreshed(
      LaneLease lease, Connection connection, ConnectionGrant stored, Grant grant)
      throws ProviderException {
    String refreshToken = grant.refreshToken();
    if (refreshToken == null) {
      throw fault(new ProviderFault.AuthLost(FaultReason.SIGN_IN_NEEDED));
    }
    Grant refreshed = grant.with(endpoint.refresh(connection.provider(), refreshToken));
    // From here to the end of this call a crash loses the tokens, if the provider rotated them.
    store.renew(
        lease, sealed(connection, stored.connectionVersion(), stored.version() + 1, refreshed));
    return refreshed;
  }

  private ConnectionGrant sealed(
      Connection connection, int connectionVersion, long version, Grant grant)
      throws ProviderException {
    return new ConnectionGrant(
        connection.id(),
        connection.workspaceId(),
        grant.account().id(),
        connectionVersion,
        version,
        vault.seal(connection.workspaceId(), connection.id(), grant));
  }

  private void put(LaneLease lease, Connection connection, ConnectionGrant grant)
      throws ProviderException {
    switch (store.put(lease, connection, grant)) {
      case STORED -> {}
      case ACCOUNT_CONNECTED ->
          throw fault(new ProviderFault.Rejected(FaultReason.ACCOUNT_CONNECTED));
      case ACCOUNT_DIFFERS -> throw fault(new ProviderFault.Rejected(FaultReason.ACCOUNT_DIFFERS));
    }
  }

  private static Access access(Grant grant) throws ProviderException {
    if (!CalendarScopes.suffice(grant.provider(), grant.scopes())) {
      throw fault(new ProviderFault.ConsentMissing(FaultReason.CONSENT_MISSING));
    }
    return new OAuthToken(grant.subject(), grant.label(), grant.accessToken());
  }

  private static ProviderException fault(ProviderFault fault) {
    return new ProviderException(fault);
  }
}
