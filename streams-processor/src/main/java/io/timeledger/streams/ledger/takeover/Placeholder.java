package io.timeledger.streams.ledger.takeover;

import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.command.EntryCommand.UpdateEntry;
import io.timeledger.schemas.command.EntryPatch;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.text.Placeholders;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.directory.DirectoryHandler;
import io.timeledger.streams.ledger.entry.UpdateEntryHandler;
import io.timeledger.streams.ledger.state.LedgerState;
import java.util.Iterator;
import java.util.Optional;

/// A placeholder that an import created for an e-mail. A member who has signed in, or has more than
/// an import gives, is a real member instead and keeps what they have.
record Placeholder(Member member) {
  private static final int MOST_ENTRIES = 500;

  /// Also empty when the owner is ambiguous: another active member has the e-mail.
  ///
  /// @param user the possible owner
  static Optional<Placeholder> of(UserId user, String email, LedgerState state) {
    UserId id = Placeholders.ofEmail(email);
    return state
        .member(id)
        .filter(member -> !id.equals(user) && member.role() == Role.MEMBER)
        .filter(_ -> hasEmailOf(id, id, state))
        .filter(member -> member.active() || state.entries(id).findAny().isPresent())
        .filter(_ -> state.tokens(id).isEmpty() && state.runningTimer(id).isEmpty())
        .filter(_ -> isOfNobodyElse(id, user, state))
        .map(Placeholder::new);
  }

  /// Moves entries, the earliest first, by the rules for manual moves: entries that may not be
  /// moved, such as in a locked timesheet, stay until a later put. Once none are left, deactivates
  /// the placeholder.
  void handOver(UserId to, Rights rights, DecisionBuilder decision) {
    decision.dropPrecondition();
    int moved = 0;
    Iterator<TimeEntry> entries = decision.state().entries(member.id()).iterator();
    while (moved < MOST_ENTRIES && entries.hasNext()) {
      TimeEntry entry = entries.next();
      moved += isOpen(entry) && move(entry.id(), to, rights, decision) ? 1 : 0;
    }
    if (member.active() && decision.state().entries(member.id()).findAny().isEmpty()) {
      DirectoryHandler.decide(new DeactivateMember(member.id(), null), rights, decision);
    }
  }

  private static boolean move(EntryId entry, UserId to, Rights rights, DecisionBuilder decision) {
    EntryPatch patch = EntryPatch.builder().userId(Patch.of(to)).build();
    try {
      decision.allOrNothing(
          () -> UpdateEntryHandler.decide(new UpdateEntry(entry, patch, null), rights, decision));
      return true;
    } catch (Refusal _) {
      return false;
    }
  }

  private static boolean isOpen(TimeEntry entry) {
    return entry.invoiceLineId() == null
        && switch (entry.status()) {
          case DRAFT, REJECTED -> true;
          case RUNNING, SUBMITTED, APPROVED -> false;
        };
  }

  private static boolean isOfNobodyElse(UserId placeholder, UserId user, LedgerState state) {
    return state.members().stream()
        .filter(other -> other.active() && !other.id().equals(placeholder))
        .filter(other -> !other.id().equals(user))
        .noneMatch(other -> hasEmailOf(other.id(), placeholder, state));
  }

  private static boolean hasEmailOf(UserId user, UserId placeholder, LedgerState state) {
    return state
        .profile(user)
        .map(MemberProfile::email)
        .filter(email -> Placeholders.ofEmail(email).equals(placeholder))
        .isPresent();
  }
}
