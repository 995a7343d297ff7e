package io.timeledger.schemas.command;

import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.SortedSets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The caller and its maximum rights. The ledger limits them to the member's role at the moment of
/// the decision.
///
/// @param tokenId null unless a personal access token was used
public record Actor(
    UserId userId, Set<Permission> permissions, @Nullable TokenId tokenId, CommandOrigin via) {
  public Actor {
    permissions = SortedSets.copyOf(permissions);
  }
}
