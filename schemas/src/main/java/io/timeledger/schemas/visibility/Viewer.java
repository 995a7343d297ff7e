package io.timeledger.schemas.visibility;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.SortedSets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A reader and its permissions.
///
/// @param reach the members whose time `time:read:all` shows, besides the viewer's own; null means
///     all members
public record Viewer(UserId userId, Set<Permission> permissions, @Nullable Set<UserId> reach) {
  public Viewer {
    permissions = SortedSets.copyOf(permissions);
    reach = reach == null ? null : Set.copyOf(reach);
  }

  /// A viewer with unlimited reach.
  public Viewer(UserId userId, Set<Permission> permissions) {
    this(userId, permissions, null);
  }

  /// Whether the viewer may see the member's time.
  public boolean seesTimeOf(UserId member) {
    return (may(Permission.READ_ALL) && (reach == null || reach.contains(member)))
        || (may(Permission.READ) && member.equals(userId));
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
