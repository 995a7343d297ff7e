package io.timeledger.ingest.read;

import static io.timeledger.schemas.reply.ErrorCode.FORBIDDEN;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Permission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A caller's rights to read.
public final class ReadRights {
  private ReadRights() {}

  public static void require(Caller caller, Permission permission) {
    if (!caller.may(permission)) {
      throw ApiException.of(FORBIDDEN, "Missing permission: %s.".formatted(permission.scope()));
    }
  }

  /// For data without a member, such as project totals, which include all members' time.
  public static void requireEverybody(Caller caller) {
    require(caller, Permission.READ_ALL);
    if (caller.reach() != null) {
      throw ApiException.of(
          FORBIDDEN, "The permission time:read:all reaches only the members of your teams.");
    }
  }

  /// The one member whose time the caller may see; null for all members. A manager limited to teams
  /// counts as seeing only their own: where a list can show some members but not all, use [#sight].
  public static @Nullable UserId onlyUser(Caller caller) {
    require(caller, Permission.READ);
    return caller.may(Permission.READ_ALL) && caller.reach() == null ? null : caller.userId();
  }

  /// The members whose time the caller may see.
  public static VisibleMembers sight(Caller caller) {
    require(caller, Permission.READ);
    return caller.may(Permission.READ_ALL)
        ? new VisibleMembers(caller.userId(), caller.reach())
        : new VisibleMembers(caller.userId(), Set.of(caller.userId()));
  }
}
