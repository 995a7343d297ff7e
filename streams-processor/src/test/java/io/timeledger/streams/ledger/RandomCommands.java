package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;

import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.UpdateEntry;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.command.EntryPatch;
import io.timeledger.schemas.command.EntryPatchBuilder;
import io.timeledger.schemas.command.InvoiceCommand;
import io.timeledger.schemas.command.InvoiceCommand.FillInvoice;
import io.timeledger.schemas.command.InvoiceCommand.ReleaseInvoice;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.RateCommand.PutRate;
import io.timeledger.schemas.command.SettingsCommand.UpdateSettings;
import io.timeledger.schemas.command.SettingsPatch;
import io.timeledger.schemas.command.TimerCommand.DiscardTimer;
import io.timeledger.schemas.command.TimerCommand.FlagRunawayTimer;
import io.timeledger.schemas.command.TimerCommand.StartTimer;
import io.timeledger.schemas.command.TimerCommand.StopTimer;
import io.timeledger.schemas.command.TimesheetCommand.ApproveTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.RejectTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.ReopenTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.WithdrawTimesheet;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.InvoiceGrouping;
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.RoundingStrategy;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.ledger.state.LedgerState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Random work of a small team over some weeks: entries, edits, moves, deletes, timers, approvals,
/// rates and settings. The same seed gives the same commands as long as the state answers alike.
public final class RandomCommands {
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-23");
  private static final int DAYS = 21;
  private static final List<UserId> USERS = List.of(ANN, BEN, MANAGER, OWNER);
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("UTC"));

  private final Random random;
  private final List<EntryId> entries = new ArrayList<>();

  public RandomCommands(long seed) {
    random = new Random(seed);
  }

  /// Somebody who asks, and what for.
  public record Asked(UserId user, Command command) {}

  /// Remembers what came of a command, so that later ones can be about it.
  public void seen(TimeEntry entry) {
    entries.add(entry.id());
  }

  /// @param state what timesheets are picked from; commands are often refused, as in life
  public Asked next(LedgerState state, Instant now) {
    return new Asked(pick(USERS), command(state, now));
  }

  private Command command(LedgerState state, Instant now) {
    int dice = random.nextInt(100);
    if (dice < 40 || entries.isEmpty()) {
      return new CreateEntry(draft());
    }
    if (dice < 60) {
      return new UpdateEntry(pick(entries), patch(), null);
    }
    if (dice < 67) {
      return new DeleteEntry(pick(entries), null);
    }
    if (dice < 74) {
      return new StartTimer(
          draft()
              .with(
                  b ->
                      b.startedAt(maybe(now.plusSeconds(70L - random.nextInt(7200))))
                          .externalId(null)
                          .externalSource(null)));
    }
    if (dice < 75) {
      return new FlagRunawayTimer(pick(entries));
    }
    if (dice < 80) {
      return random.nextInt(4) == 0
          ? new DiscardTimer(null)
          : new StopTimer(null, random.nextBoolean() ? null : now.minusSeconds(5));
    }
    if (dice < 94) {
      return timesheet(state);
    }
    if (dice < 96) {
      return invoice();
    }
    return dice < 98 ? rate() : settings();
  }

  private Command timesheet(LedgerState state) {
    List<Timesheet> sheets = new ArrayList<>();
    USERS.forEach(
        user ->
            sheets.addAll(state.timesheets(user, LocalDate.EPOCH, LocalDate.parse("2030-01-01"))));
    if (sheets.isEmpty()) {
      return new CreateEntry(draft());
    }
    TimesheetId id = pick(sheets).id();
    return switch (random.nextInt(8)) {
      case 0, 1 -> new SubmitTimesheet(id, null);
      case 2 -> new WithdrawTimesheet(id, null);
      case 3, 4 -> new ApproveTimesheet(id, null);
      case 5 -> new RejectTimesheet(id, "again", null);
      default -> new ReopenTimesheet(id, "again", null);
    };
  }

  private InvoiceCommand invoice() {
    InvoiceId id = new InvoiceId("i" + random.nextInt(3));
    List<EntryId> some = Stream.generate(() -> pick(entries)).limit(40).toList();
    return random.nextInt(3) == 0
        ? new ReleaseInvoice(id, null, some)
        : new FillInvoice(id, pick(List.of(InvoiceGrouping.values())), some);
  }

  private EntryDraft draft() {
    EntryDraftBuilder draft =
        EntryDraftBuilder.builder()
            .userId(random.nextInt(10) == 0 ? pick(USERS) : null)
            .projectId(maybe(new ProjectId("p" + random.nextInt(4))))
            .billable(random.nextBoolean())
            .description(maybe("work " + random.nextInt(100)))
            .tags(List.of("t", "stage:s" + random.nextInt(3)))
            .timezone(maybe(pick(ZONES)));
    switch (random.nextInt(4)) {
      case 0 -> draft.taskId(new TaskId("t" + random.nextInt(5)));
      case 1 -> draft.entityType(EntityType.TICKET).entityId("k" + random.nextInt(5));
      default -> draft.entityType(EntityType.INTERNAL);
    }
    if (random.nextInt(20) == 0) {
      draft.externalSource("other").externalId("x" + random.nextInt(50));
    }
    if (random.nextInt(3) == 0) {
      return draft.logDate(day()).durationSeconds(1L + random.nextInt(36_000)).build();
    }
    Instant start = instant();
    return draft.startedAt(start).endedAt(start.plusSeconds(1 + random.nextInt(43_200))).build();
  }

  private EntryPatch patch() {
    EntryPatchBuilder patch = EntryPatch.builder();
    for (int i = 0; i <= random.nextInt(3); i++) {
      switch (random.nextInt(12)) {
        case 0 -> patch.description(Patch.of("edited " + random.nextInt(100)));
        case 1 -> patch.billable(Patch.of(random.nextBoolean()));
        case 2 -> patch.projectId(Patch.of(maybe(new ProjectId("p" + random.nextInt(4)))));
        case 3 -> patch.userId(Patch.of(pick(USERS)));
        case 4 -> patch.logDate(Patch.of(day()));
        case 5 -> patch.durationSeconds(Patch.of(1L + random.nextInt(36_000)));
        case 6 -> patch.startedAt(Patch.of(instant()));
        case 7 -> patch.timezone(Patch.of(pick(ZONES)));
        case 8 -> patch.taskId(Patch.of(maybe(new TaskId("t" + random.nextInt(5)))));
        case 9 -> patch.tags(Patch.of(List.of("stage:s" + random.nextInt(3))));
        case 10 ->
            patch
                .entityType(Patch.of(pick(List.of(EntityType.TASK, EntityType.TICKET))))
                .entityId(Patch.of("k" + random.nextInt(5)));
        default -> {
          Instant start = instant();
          patch
              .startedAt(Patch.of(start))
              .endedAt(Patch.of(start.plusSeconds(1 + random.nextInt(43_200))));
        }
      }
    }
    return patch.build();
  }

  private PutRate rate() {
    return new PutRate(
        null,
        maybe(pick(USERS)),
        maybe(new ProjectId("p" + random.nextInt(4))),
        null,
        BigDecimal.valueOf(random.nextInt(2_000_000), 4),
        maybe(BigDecimal.valueOf(random.nextInt(100_000), 2)),
        random.nextInt(4) == 0 ? Currency.getInstance("EUR") : null,
        day(),
        null,
        null);
  }

  private UpdateSettings settings() {
    return new UpdateSettings(
        switch (random.nextInt(4)) {
          case 0 ->
              SettingsPatch.builder().roundingMinutes(Patch.of(pick(List.of(0, 5, 15)))).build();
          case 1 ->
              SettingsPatch.builder()
                  .roundingStrategy(Patch.of(pick(List.of(RoundingStrategy.values()))))
                  .build();
          case 2 ->
              SettingsPatch.builder()
                  .midnightPolicy(Patch.of(pick(List.of(MidnightPolicy.values()))))
                  .build();
          default -> SettingsPatch.builder().weekStartDay(Patch.of(random.nextInt(7))).build();
        },
        null);
  }

  private LocalDate day() {
    return FIRST_DAY.plusDays(random.nextInt(DAYS));
  }

  private Instant instant() {
    return day().atStartOfDay(ZoneId.of("UTC")).toInstant().plusSeconds(random.nextInt(86_400));
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
