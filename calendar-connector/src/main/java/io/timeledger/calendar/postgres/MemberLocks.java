package io.timeledger.calendar.postgres;

import static io.timeledger.schemas.jooq.calendar.Tables.HEAD;

import io.timeledger.calendar.intake.MemberKey;
import java.util.Collection;
import org.jooq.DSLContext;

/// Locks members' blocks. The lock is the row of `head` that holds the member's revision.
final class MemberLocks {
  private MemberLocks() {}

  /// Locks the members in key order, which prevents deadlock.
  static void lock(DSLContext tx, Collection<MemberKey> members) {
    for (MemberKey member : members.stream().sorted().distinct().toList()) {
      tx.insertInto(HEAD)
          .set(HEAD.WORKSPACE_ID, member.workspaceId().value())
          .set(HEAD.USER_ID, member.userId().value())
          .set(HEAD.REVISION, 0L)
          .onConflictDoNothing()
          .execute();
      tx.select(HEAD.REVISION)
          .from(HEAD)
          .where(HEAD.WORKSPACE_ID.eq(member.workspaceId().value()))
          .and(HEAD.USER_ID.eq(member.userId().value()))
          .forUpdate()
          .fetch();
    }
  }

  /// Advances the revision after a change that the member can see.
  static void changed(DSLContext tx, MemberKey member) {
    tx.update(HEAD)
        .set(HEAD.REVISION, HEAD.REVISION.plus(1))
        .where(HEAD.WORKSPACE_ID.eq(member.workspaceId().value()))
        .and(HEAD.USER_ID.eq(member.userId().value()))
        .execute();
  }
}
