package io.timeledger.schemas.visibility;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Ordered;
import io.timeledger.schemas.resource.Permission;
import java.util.Set;

/// Somebody who reads, with the rights that they read by.
public record Viewer(UserId userId, Set<Permission> permissions) {
  public Viewer {
    permissions = Ordered.copyOf(permissions);
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
