package io.timeledger.streams.ledger.directory;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Role;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;

/// A workspace must have at least one active owner.
final class LastOwnerCheck {
  private LastOwnerCheck() {}

  /// @throws Refusal `last_owner`
  static void requireAnother(UserId than, DecisionBuilder decision) {
    boolean another =
        decision.state().members().stream()
            .filter(Member::active)
            .filter(member -> member.role() == Role.OWNER)
            .anyMatch(member -> !member.id().equals(than));
    if (!another) {
      throw Refusal.of(ErrorCode.LAST_OWNER, than + " is the last owner of the workspace");
    }
  }
}
