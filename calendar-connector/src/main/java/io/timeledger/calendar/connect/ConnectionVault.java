package io.timeledger.calendar.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.MalformedException;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.restricted.ConnectionGrant;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.OAuthTicket;
import io.timeledger.schemas.restricted.SealedText;
import io.timeledger.schemas.secret.SealContext;
import io.timeledger.schemas.secret.UnsealableException;
import io.timeledger.schemas.secret.Vault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seals and unseals the credentials of connections with the keys of this service. A missing key is
/// a transient fault: the operator can still add it, and the member cannot.
public final class ConnectionVault {
  private static final Logger log = LoggerFactory.getLogger(ConnectionVault.class);
  private static final RecordCodec<OAuthTicket> TICKETS = new RecordCodec<>(OAuthTicket.class);
  private static final RecordCodec<Grant> GRANTS = new RecordCodec<>(Grant.class);

  private final Optional<Vault> vault;

  /// @param vault empty if no keys are configured; then every secret is unreadable
  public ConnectionVault(Optional<Vault> vault) {
    this.vault = vault;
  }

  String address(ConnectionSecret secret) throws ProviderException {
    return open(
        secret.id(), secret.secret(), SealContext.connection(secret.workspaceId(), secret.id()));
  }

  OAuthTicket ticket(ConnectionSecret secret) throws ProviderException {
    return parsed(TICKETS, secret.id(), address(secret));
  }

  Grant grant(ConnectionGrant grant) throws ProviderException {
    SealContext context = SealContext.grant(grant.workspaceId(), grant.id());
    return parsed(GRANTS, grant.id(), open(grant.id(), grant.grant(), context));
  }

  SealedText seal(WorkspaceId workspace, ConnectionId id, Grant grant) throws ProviderException {
    return vault
        .orElseThrow(() -> unreadable(id, "no keys"))
        .seal(new String(GRANTS.write(grant), UTF_8), SealContext.grant(workspace, id));
  }

  private String open(ConnectionId id, SealedText sealed, SealContext context)
      throws ProviderException {
    Vault keys = vault.orElseThrow(() -> unreadable(id, "no keys"));
    try {
      return keys.open(sealed, context);
    } catch (UnsealableException e) {
      throw unreadable(id, e.getMessage());
    }
  }

  private static <T> T parsed(RecordCodec<T> codec, ConnectionId id, String text)
      throws ProviderException {
    try {
      return codec.read(text.getBytes(UTF_8));
    } catch (MalformedException _) {
      // The cause would quote the text.
      throw unreadable(id, "malformed");
    }
  }

  private static ProviderException unreadable(ConnectionId id, @Nullable String why) {
    log.error("event=secret_unopened connection={} reason=\"{}\"", id, why);
    return new ProviderException(new ProviderFault.Transient(FaultReason.SECRET_UNREADABLE));
  }
}
