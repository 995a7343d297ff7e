package io.timeledger.schemas.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// A caller's permissions; also the scopes of a token.
public enum Permission {
  /// Own time.
  READ("time:read"),
  /// All members' time.
  READ_ALL("time:read:all"),
  /// Own time.
  WRITE("time:write"),
  /// All members' time.
  WRITE_ALL("time:write:all"),
  APPROVE("time:approve"),
  RATES("time:rates"),
  SETTINGS("time:settings"),
  WEBHOOKS("time:webhooks"),
  AUDIT("time:audit"),
  /// Access to one's own calendars and blocks.
  CALENDAR("time:calendar"),
  /// All of the above, and tokens and members.
  ADMIN("time:admin"),
  /// Access to the feed of one's own time, and nothing else. No role and no other permission
  /// implies it.
  FEED("time:feed");

  private final String scope;

  Permission(String scope) {
    this.scope = scope;
  }

  @JsonValue
  public String scope() {
    return scope;
  }

  /// @throws IllegalArgumentException for an unknown scope
  @JsonCreator
  public static Permission of(String scope) {
    return Arrays.stream(values())
        .filter(permission -> permission.scope.equals(scope))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("scope: \"%.40s\" is unknown".formatted(scope)));
  }
}
