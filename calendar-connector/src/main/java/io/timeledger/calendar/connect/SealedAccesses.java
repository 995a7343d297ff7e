package io.timeledger.calendar.connect;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.Access.IcsAddress;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.round.Accesses;
import io.timeledger.calendar.round.DueWork;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.ConnectionSecret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The credentials of connections by their provider: an address, or a grant.
public final class SealedAccesses implements Accesses {
  private final ConnectionVault vault;
  private final GrantAccesses grants;

  public SealedAccesses(ConnectionVault vault, GrantAccesses grants) {
    this.vault = vault;
    this.grants = grants;
  }

  @Override
  public Access open(LaneLease lease, DueWork due) throws ProviderException {
    return switch (due.connection().provider()) {
      case ICS -> address(due.secret());
      case GOOGLE, MICROSOFT -> grants.open(lease, due);
    };
  }

  @Override
  public Optional<Access> renewed(LaneLease lease, DueWork due) throws ProviderException {
    return due.connection().provider() == Provider.ICS
        ? Optional.empty()
        : grants.renewed(lease, due);
  }

  private IcsAddress address(@Nullable ConnectionSecret secret) throws ProviderException {
    if (secret == null) {
      throw new ProviderException(new ProviderFault.Permanent(FaultReason.ADDRESS_INVALID));
    }
    try {
      return new IcsAddress(new URI(vault.address(secret)));
    } catch (URISyntaxException e) {
      throw new ProviderException(new ProviderFault.Permanent(FaultReason.ADDRESS_INVALID));
    }
  }
}
