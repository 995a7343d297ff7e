package io.timeledger.calendar.postgres;

import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.schemas.calendar.BlockMark;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.restricted.ConnectionGrant;
import org.jspecify.annotations.Nullable;

/// A record of a topic that an empty schema is restored from.
public sealed interface RestoredRecord {

  /// @param mark null for a tombstone
  record RestoredMark(MemberKey member, BlockId block, @Nullable BlockMark mark)
      implements RestoredRecord {}

  /// @param grant null for a tombstone
  record RestoredGrant(ConnectionId connection, @Nullable ConnectionGrant grant)
      implements RestoredRecord {}
}
