package io.timeledger.schemas.resource;

import static io.timeledger.schemas.resource.Permission.APPROVE;
import static io.timeledger.schemas.resource.Permission.CALENDAR;
import static io.timeledger.schemas.resource.Permission.FEED;
import static io.timeledger.schemas.resource.Permission.READ;
import static io.timeledger.schemas.resource.Permission.READ_ALL;
import static io.timeledger.schemas.resource.Permission.WRITE;

import java.util.EnumSet;
import java.util.Set;

/// A member's set of permissions in a workspace.
public enum Role {
  OWNER(EnumSet.complementOf(EnumSet.of(FEED))),
  ADMIN(EnumSet.complementOf(EnumSet.of(FEED))),
  MANAGER(EnumSet.of(READ, READ_ALL, APPROVE, WRITE, CALENDAR)),
  MEMBER(EnumSet.of(READ, WRITE, CALENDAR)),
  VIEWER(EnumSet.of(READ));

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf is immutable
  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  /// The permissions of a token of a member in this role: at most the role's own, and
  /// [Permission#FEED] if the token names it.
  ///
  /// @param scopes of the token; empty means all of the role. `time:admin` implies all, and a
  ///     permission over all members' time implies the same over one's own.
  /// @param ownDataOnly leaves only reading and writing one's own time, and one's own calendars
  public Set<Permission> grant(Set<Permission> scopes, boolean ownDataOnly) {
    EnumSet<Permission> granted = EnumSet.noneOf(Permission.class);
    granted.addAll(permissions);
    if (!scopes.isEmpty() && !scopes.contains(Permission.ADMIN)) {
      EnumSet<Permission> wanted = EnumSet.copyOf(scopes);
      if (wanted.contains(READ_ALL)) {
        wanted.add(READ);
      }
      if (wanted.contains(Permission.WRITE_ALL)) {
        wanted.add(WRITE);
      }
      granted.retainAll(wanted);
    }
    if (ownDataOnly) {
      granted.retainAll(EnumSet.of(READ, WRITE, CALENDAR));
    }
    if (scopes.contains(FEED)) {
      granted.add(FEED);
    }
    return granted;
  }
}
