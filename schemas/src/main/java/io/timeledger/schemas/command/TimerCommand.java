package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The running entry of a member: at most one.
public sealed interface TimerCommand extends Command {

  /// Stops a running timer first, in the same decision. Ignores end, date and duration of the
  /// draft; keeps a start in the past.
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

  /// Scheduled for a timer past the threshold of its workspace; a no-op once it is stopped.
  @JsonTypeName("flag_runaway_timer")
  record FlagRunawayTimer(EntryId id) implements TimerCommand {}
}
