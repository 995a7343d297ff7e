package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.schemas.jooq.calendar.Tables.PROGRESS;
import static org.jooq.impl.DSL.excluded;

import io.timeledger.calendar.intake.LedgerFacts;
import io.timeledger.calendar.intake.LockScope;
import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.intake.TakenRecord.TakenSecret;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.TimeEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/// The ledger's decisions, stored in PostgreSQL.
final class SqlLedgerFacts implements LedgerFacts {
  private final DSLContext tx;
  private final boolean publish;
  private final MemberRows members;
  private final ConnectionChanges connections;

  SqlLedgerFacts(DSLContext tx, boolean publish) {
    this.tx = tx;
    this.publish = publish;
    this.connections = new ConnectionChanges(tx, publish);
    this.members = new MemberRows(tx, connections);
  }

  @Override
  public Map<WorkspaceId, Long> seen(Set<WorkspaceId> workspaces) {
    Map<WorkspaceId, Long> seen = new HashMap<>();
    tx.selectFrom(PROGRESS)
        .where(isAny(PROGRESS.WORKSPACE_ID, workspaces.stream().map(WorkspaceId::value).toList()))
        .forEach(row -> seen.put(new WorkspaceId(row.getWorkspaceId()), row.getSequence()));
    return seen;
  }

  @Override
  public void keepSeen(Map<WorkspaceId, Long> seen) {
    seen.entrySet().stream()
        // A fixed lock order prevents deadlock.
        .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(WorkspaceId::value)))
        .forEach(
            entry ->
                tx.insertInto(PROGRESS)
                    .set(PROGRESS.WORKSPACE_ID, entry.getKey().value())
                    .set(PROGRESS.SEQUENCE, entry.getValue())
                    .onConflict(PROGRESS.WORKSPACE_ID)
                    .doUpdate()
                    .set(PROGRESS.SEQUENCE, excluded(PROGRESS.SEQUENCE))
                    .execute());
  }

  @Override
  public void lock(LockScope scope) {
    new BatchLocks(tx, scope).take();
  }

  @Override
  public void put(Member member) {
    members.put(member);
  }

  @Override
  public void erase(MemberKey member) {
    members.erase(member);
  }

  @Override
  public void put(Connection connection) {
    connections.put(connection);
  }

  @Override
  public void disconnect(Connection connection) {
    connections.disconnect(connection);
  }

  @Override
  public void put(TakenSecret secret) {
    connections.put(secret);
  }

  @Override
  public void convert(TimeEntry entry, BlockId block) {
    new EntryOfBlock(tx, publish).note(entry, block);
  }
}
