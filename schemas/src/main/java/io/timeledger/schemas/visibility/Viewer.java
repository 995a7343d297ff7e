package io.timeledger.schemas.visibility;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.SortedSets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who reads, with the rights that they read by.
///
/// @param reach the members whose time alone `time:read:all` shows, beside the viewer's own; null
///     means everybody's
public record Viewer(UserId userId, Set<Permission> permissions, @Nullable Set<UserId> reach) {
  public Viewer {
    permissions = SortedSets.copyOf(permissions);
    reach = reach == null ? null : Set.copyOf(reach);
  }

  /// One whose reach is not limited.
  public Viewer(UserId userId, Set<Permission> permissions) {
    this(userId, permissions, null);
  }

  /// Whether the time of the member shows to the viewer.
  public boolean seesTimeOf(UserId member) {
    return (may(Permission.READ_ALL) && (reach == null || reach.contains(member)))
        || (may(Permission.READ) && member.equals(userId));
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
