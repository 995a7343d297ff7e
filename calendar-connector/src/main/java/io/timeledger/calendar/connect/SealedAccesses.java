package io.timeledger.calendar.connect;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.Access.IcsAddress;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.round.Accesses;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.secret.SealContext;
import io.timeledger.schemas.secret.UnsealableException;
import io.timeledger.schemas.secret.Vault;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Unseals the secrets of connections with the keys of this service.
public final class SealedAccesses implements Accesses {
  private static final Logger log = LoggerFactory.getLogger(SealedAccesses.class);

  private final Optional<Vault> vault;

  /// @param vault empty if no keys are configured; then every secret is unreadable
  public SealedAccesses(Optional<Vault> vault) {
    this.vault = vault;
  }

  @Override
  public Access open(Connection connection, ConnectionSecret secret) throws ProviderException {
    String text = text(connection, secret);
    try {
      return switch (connection.provider()) {
        case ICS -> new IcsAddress(new URI(text));
        case GOOGLE, MICROSOFT ->
            throw new IllegalStateException("no grant of " + connection.provider());
      };
    } catch (URISyntaxException e) {
      throw new ProviderException(new ProviderFault.Permanent(FaultReason.ADDRESS_INVALID));
    }
  }

  // A missing key is transient: the operator can still add it, and the member cannot.
  private String text(Connection connection, ConnectionSecret secret) throws ProviderException {
    if (vault.isEmpty()) {
      throw unreadable(connection, "no keys");
    }
    SealContext context = SealContext.connection(connection.workspaceId(), connection.id());
    try {
      return vault.get().open(secret.secret(), context);
    } catch (UnsealableException e) {
      throw unreadable(connection, e.getMessage());
    }
  }

  private static ProviderException unreadable(Connection connection, @Nullable String why) {
    log.error("event=secret_unopened connection={} reason=\"{}\"", connection.id(), why);
    return new ProviderException(new ProviderFault.Transient(FaultReason.SECRET_UNREADABLE));
  }
}
