package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The running entry of a member: at most one.
public sealed interface TimerCommand extends Command {

  /// Stops an earlier one first, in the same decision. Of the draft, end, date and duration are
  /// not looked at; a start in the past is kept.
  @JsonTypeName("start_timer")
  record StartTimer(EntryDraft draft) implements TimerCommand {}

  /// @param userId null means the caller
  /// @param stoppedAt null means now; not before the start
  @JsonTypeName("stop_timer")
  record StopTimer(@Nullable UserId userId, @Nullable Instant stoppedAt) implements TimerCommand {}

  /// Deletes the running entry.
  ///
  /// @param userId null means the caller
  @JsonTypeName("discard_timer")
  record DiscardTimer(@Nullable UserId userId) implements TimerCommand {}

  /// Sent by the clock for a timer past the threshold of its workspace; a no-op once it stopped.
  @JsonTypeName("flag_runaway_timer")
  record FlagRunawayTimer(EntryId id) implements TimerCommand {}
}
