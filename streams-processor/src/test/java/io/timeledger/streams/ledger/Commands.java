package io.timeledger.streams.ledger;

import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryCommand.UpdateEntry;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.command.EntryPatch;
import io.timeledger.schemas.command.EntryPatchBuilder;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.command.TimerCommand.StartTimer;
import io.timeledger.schemas.command.TimerCommand.StopTimer;
import io.timeledger.schemas.resource.TimeEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/// Commands as tests say them.
public final class Commands {
  private Commands() {}

  public static CreateEntry clock(String start, String end) {
    return clock(start, end, b -> b);
  }

  public static CreateEntry clock(String start, String end, UnaryOperator<EntryDraftBuilder> more) {
    return new CreateEntry(
        more.apply(
                EntryDraftBuilder.builder()
                    .startedAt(Instant.parse(start))
                    .endedAt(Instant.parse(end)))
            .build());
  }

  public static CreateEntry day(String day, long seconds) {
    return day(day, seconds, b -> b);
  }

  public static CreateEntry day(String day, long seconds, UnaryOperator<EntryDraftBuilder> more) {
    return new CreateEntry(
        more.apply(
                EntryDraftBuilder.builder().logDate(LocalDate.parse(day)).durationSeconds(seconds))
            .build());
  }

  /// A row of an import that names no records.
  public static ImportRow row(EntryDraft draft) {
    return new ImportRow(draft, null, null, null, null, null, null, null);
  }

  public static UpdateEntry edit(TimeEntry entry, UnaryOperator<EntryPatchBuilder> change) {
    return new UpdateEntry(entry.id(), change.apply(EntryPatch.builder()).build(), null);
  }

  public static StartTimer start() {
    return new StartTimer(EntryDraftBuilder.builder().build());
  }

  public static StartTimer start(UnaryOperator<EntryDraftBuilder> draft) {
    EntryDraft built = draft.apply(EntryDraftBuilder.builder()).build();
    return new StartTimer(built);
  }

  public static StopTimer stop() {
    return new StopTimer(null, null);
  }
}
