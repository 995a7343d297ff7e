package io.timeledger.schemas.resource;

import static io.timeledger.schemas.resource.Permission.APPROVE;
import static io.timeledger.schemas.resource.Permission.READ;
import static io.timeledger.schemas.resource.Permission.READ_ALL;
import static io.timeledger.schemas.resource.Permission.WRITE;

import java.util.EnumSet;
import java.util.Set;

/// A bundle of permissions that a member holds in a workspace.
public enum Role {
  OWNER(EnumSet.allOf(Permission.class)),
  ADMIN(EnumSet.allOf(Permission.class)),
  MANAGER(EnumSet.of(READ, READ_ALL, APPROVE, WRITE)),
  MEMBER(EnumSet.of(READ, WRITE)),
  VIEWER(EnumSet.of(READ));

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf is immutable
  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  public Set<Permission> permissions() {
    return permissions;
  }
}
