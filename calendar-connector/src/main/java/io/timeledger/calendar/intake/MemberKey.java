package io.timeledger.calendar.intake;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Comparator;

/// A member: a user in a workspace.
public record MemberKey(WorkspaceId workspaceId, UserId userId) implements Comparable<MemberKey> {
  private static final Comparator<MemberKey> ORDER =
      Comparator.comparing((MemberKey key) -> key.workspaceId().value())
          .thenComparing(key -> key.userId().value());

  @Override
  public int compareTo(MemberKey other) {
    return ORDER.compare(this, other);
  }
}
