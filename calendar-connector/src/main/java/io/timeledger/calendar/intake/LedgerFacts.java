package io.timeledger.calendar.intake;

import io.timeledger.calendar.intake.TakenRecord.TakenSecret;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.TimeEntry;
import java.util.Map;
import java.util.Set;

/// The ledger's decisions as this service stores them, within one transaction.
public interface LedgerFacts {

  /// The sequence of the last applied event of each workspace; absent for none.
  Map<WorkspaceId, Long> seen(Set<WorkspaceId> workspaces);

  void keepSeen(Map<WorkspaceId, Long> seen);

  /// Locks what a batch changes until the transaction ends, before any change: first members, then
  /// lanes, each in the order of their keys. All transactions keep to this order.
  void lock(LockScope scope);

  void put(Member member);

  /// Deletes all data of the member, including what outlives a connection.
  void erase(MemberKey member);

  /// Stores the connection, and makes the work due that its change requires.
  void put(Connection connection);

  /// Deletes what was read through the connection.
  void disconnect(Connection connection);

  void put(TakenSecret secret);

  /// Records which entry the block was converted to, and a snapshot of the block.
  void convert(TimeEntry entry, BlockId block);
}
