package io.timeledger.calendar.intake;

import io.timeledger.calendar.intake.TakenRecord.TakenSecret;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.TimeEntry;
import java.util.Map;
import java.util.Set;

/// What the ledger decided, as this service keeps it, as of one transaction.
public interface LedgerFacts {

  /// The last event of each workspace that was applied; absent for none.
  Map<WorkspaceId, Long> seen(Set<WorkspaceId> workspaces);

  void keepSeen(Map<WorkspaceId, Long> seen);

  /// Keeps what the members see from being changed by others until the transaction ends. Required
  /// before any change of it.
  ///
  /// @param members in the order of the locks
  void lock(Set<MemberKey> members);

  void put(Member member);

  /// Forgets all of the member, also what outlives a connection.
  void erase(MemberKey member);

  /// Keeps the connection, and makes due what its change asks for.
  void put(Connection connection);

  /// Forgets what was read through the connection.
  void disconnect(Connection connection);

  void put(TakenSecret secret);

  /// Notes which entry was made of the block, and what the block was then.
  void convert(TimeEntry entry, BlockId block);
}
