package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.schemas.jooq.calendar.Tables.CALENDAR_;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.OAUTH_GRANT;

import io.timeledger.calendar.intake.LockScope;
import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/// Locks what a batch changes: first members, then lanes, each in the order of their keys. A round
/// keeps to this order too, since a deadlock would cost the one that stores a new grant its tokens.
final class BatchLocks {
  private final DSLContext tx;
  private final LockScope scope;
  private final List<String> connections;

  BatchLocks(DSLContext tx, LockScope scope) {
    this.tx = tx;
    this.scope = scope;
    this.connections = scope.connections().stream().map(ConnectionId::value).toList();
  }

  void take() {
    MemberLocks.lock(tx, members());
    Leases.lock(tx, lanes());
  }

  /// With the owners of connections, whose locks keep them in their lanes.
  private Set<MemberKey> members() {
    Set<MemberKey> members = new TreeSet<>(scope.members());
    if (!connections.isEmpty()) {
      tx.select(CONNECTION.WORKSPACE_ID, CONNECTION.USER_ID)
          .from(CONNECTION)
          .where(isAny(CONNECTION.ID, connections))
          .forEach(
              row ->
                  members.add(
                      new MemberKey(new WorkspaceId(row.value1()), new UserId(row.value2()))));
    }
    return members;
  }

  private Set<String> lanes() {
    // A connection that is not known yet begins in a lane of its own.
    Set<String> lanes = new TreeSet<>(connections);
    if (!connections.isEmpty()) {
      add(lanes, isAny(CONNECTION.ID, connections));
      tx.select(OAUTH_GRANT.ACCOUNT)
          .from(OAUTH_GRANT)
          .where(isAny(OAUTH_GRANT.CONNECTION_ID, connections))
          .forEach(row -> lanes.add(row.value1()));
    }
    if (!scope.calendars().isEmpty()) {
      add(lanes, CONNECTION.ID.in(connectionsOfCalendars()));
    }
    for (MemberKey erased : scope.erased()) {
      add(
          lanes,
          CONNECTION
              .WORKSPACE_ID
              .eq(erased.workspaceId().value())
              .and(CONNECTION.USER_ID.eq(erased.userId().value())));
    }
    return lanes;
  }

  private Select<Record1<String>> connectionsOfCalendars() {
    return DSL.select(CALENDAR_.CONNECTION_ID)
        .from(CALENDAR_)
        .where(isAny(CALENDAR_.ID, scope.calendars().stream().map(CalendarId::value).toList()));
  }

  private void add(Set<String> lanes, Condition which) {
    tx.select(CONNECTION.LANE_ID)
        .from(CONNECTION)
        .where(which)
        .forEach(row -> lanes.add(row.value1()));
  }
}
