package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.EntryCommand.ReplaceDays;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.command.ImportedDay;
import io.timeledger.schemas.command.InvoiceCommand.FillInvoice;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.Preview;
import io.timeledger.schemas.command.TimesheetCommand.ApproveTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ImportedRow;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.InvoiceGrouping;
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.LedgerFixture.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayReplacementTest {
  private static final LocalDate DAY = LocalDate.parse("2026-06-08");
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(OWNER);

  @Test
  void aCorrectedRowTakesThePlaceOfTheOldOne() {
    ledger.settings(b -> b.overlapPolicy(Patch.of(OverlapPolicy.REJECT)));
    TimeEntry kept = imported(row(ANN, "kept", "08:00", "09:00"));
    TimeEntry old = imported(row(ANN, "old", "09:00", "10:00"));

    When when =
        ledger.when(replace(row(ANN, "kept", "08:00", "09:00"), row(ANN, "new", "09:00", "10:30")));

    assertThat(when.names()).containsExactly("time_entry.deleted", "time_entry.created");
    assertThat(statuses(when)).containsExactly(Status.EXISTS, Status.CREATED);
    assertThat(deleted(when)).containsExactly(old.id());
    assertThat(ids(ANN, DAY)).hasSize(2).contains(kept.id().value());
    ledger.verifyReplay();
  }

  @Test
  void theSameFileAgainChangesNothing() {
    ReplaceDays day = replace(row(ANN, "1", "08:00", "09:00"), row(ANN, "2", "09:00", "10:00"));
    ledger.when(day).accepted();

    When when = ledger.when(day);

    assertThat(when.names()).isEmpty();
    assertThat(statuses(when)).containsOnly(Status.EXISTS);
  }

  @Test
  void leavesOtherPeopleDaysAndSourcesAlone() {
    imported(row(BEN, "ben", "08:00", "09:00"));
    ImportRow dayBefore = row(ANN, "before", "08:00", "09:00");
    imported(on(dayBefore, DAY.minusDays(1)));
    ImportRow other = row(ANN, "other", "06:00", "07:00");
    imported(Commands.row(other.draft().with(b -> b.externalSource("harvest"))));
    ledger.as(ANN).when(Commands.day("2026-06-08", 60)).accepted();

    When when = ledger.as(OWNER).when(replace(row(ANN, "new", "08:00", "09:00")));

    assertThat(when.names()).containsExactly("time_entry.created");
  }

  @Test
  void keepsTheEntryThatEarlierVersionsMadeOfARow() {
    TimeEntry earlier = imported(row(ANN, "earlier", "08:00", "09:00"));
    ImportRow row = row(ANN, "now", "08:00", "09:00");

    When when =
        ledger.when(
            replace(new ImportRow(row.draft(), null, null, null, null, null, null, "earlier")));

    assertThat(when.names()).isEmpty();
    assertThat(when.first(TimeEntry.class).id()).isEqualTo(earlier.id());
  }

  @Test
  void aLockedDayStaysAsItWas() {
    TimeEntry kept = imported(row(ANN, "kept", "08:00", "09:00"));
    TimeEntry old = imported(row(ANN, "old", "09:00", "10:00"));
    ledger
        .as(ANN)
        .when(new SubmitTimesheet(Objects.requireNonNull(old.timesheetId()), null))
        .accepted();

    When when =
        ledger
            .as(OWNER)
            .when(replace(row(ANN, "kept", "08:00", "09:00"), row(ANN, "new", "09:00", "11:00")));

    assertThat(when.names()).isEmpty();
    assertThat(codes(when)).containsExactly("timesheet_locked", "timesheet_locked");
    assertThat(message(when, 1)).startsWith(old.id() + " of 2026-06-08 is not in the file");
    assertThat(ids(ANN, DAY)).containsExactlyInAnyOrder(kept.id().value(), old.id().value());
  }

  @Test
  void anInvoicedEntryKeepsItsDay() {
    TimeEntry old =
        imported(with(row(ANN, "old", "09:00", "10:00"), draft -> draft.billable(true)));
    TimesheetId sheet = Objects.requireNonNull(old.timesheetId());
    ledger.as(ANN).when(new SubmitTimesheet(sheet, null)).accepted();
    ledger.as(OWNER).when(new ApproveTimesheet(sheet, null, null)).accepted();
    assertThat(
            ledger
                .when(
                    new FillInvoice(
                        new InvoiceId("i1"), InvoiceGrouping.PROJECT, List.of(old.id())))
                .names())
        .contains("time_entry.invoiced");

    When when = ledger.when(replace(row(ANN, "new", "09:00", "11:00")));

    assertThat(codes(when)).containsExactly("entry_invoiced");
    assertThat(when.names()).isEmpty();
  }

  @Test
  void aDayOfWhichARowIsRefusedLosesNoTime() {
    ledger.settings(b -> b.overlapPolicy(Patch.of(OverlapPolicy.REJECT)));
    TimeEntry kept = imported(row(ANN, "kept", "08:00", "09:00"));
    TimeEntry old = imported(row(ANN, "old", "12:00", "13:00"));

    When when =
        ledger.when(
            replace(
                row(ANN, "kept", "08:00", "09:00"),
                row(ANN, "good", "14:00", "15:00"),
                row(ANN, "bad", "08:30", "09:30")));

    assertThat(when.names()).isEmpty();
    assertThat(statuses(when)).startsWith(Status.EXISTS);
    assertThat(codes(when)).containsExactly(null, "batch_refused", "entry_overlaps");
    assertThat(ids(ANN, DAY)).containsExactlyInAnyOrder(kept.id().value(), old.id().value());
  }

  @Test
  void oneRefusedDayDoesNotStopTheNext() {
    ledger.settings(b -> b.overlapPolicy(Patch.of(OverlapPolicy.REJECT)));
    imported(row(ANN, "old", "12:00", "13:00"));

    When when =
        ledger.when(
            new ReplaceDays(
                List.of(
                    day(row(ANN, "a", "08:00", "09:00"), row(ANN, "b", "08:30", "09:00")),
                    day(row(BEN, "c", "08:00", "09:00")))));

    assertThat(codes(when)).containsExactly("batch_refused", "entry_overlaps", null);
    assertThat(ids(BEN, DAY)).hasSize(1);
  }

  @Test
  void deletesTheDaysThatAnEntryWasSplitInto() {
    ledger.settings(b -> b.midnightPolicy(Patch.of(MidnightPolicy.SPLIT)));
    imported(row(ANN, "old", "20:00", "23:30"));
    assertThat(ids(ANN, DAY.plusDays(1))).hasSize(1);

    When when = ledger.when(replace(row(ANN, "new", "20:00", "21:00")));

    assertThat(deleted(when)).hasSize(2);
    assertThat(ids(ANN, DAY.plusDays(1))).isEmpty();
  }

  @Test
  void nobodyReplacesTimeOfOthersWithoutTheRight() {
    TimeEntry old = imported(row(ANN, "old", "08:00", "09:00"));

    When when = ledger.as(BEN).when(replace(row(ANN, "new", "09:00", "11:00")));

    assertThat(when.names()).isEmpty();
    assertThat(codes(when)).doesNotContainNull();
    assertThat(ids(ANN, DAY)).containsExactly(old.id().value());
  }

  @Test
  void aPreviewTellsAllOfItAndDoesNothing() {
    TimeEntry old = imported(row(ANN, "old", "09:00", "10:00"));

    When when = ledger.when(new Preview(replace(row(ANN, "new", "09:00", "10:30"))));

    assertThat(when.names()).isEmpty();
    assertThat(statuses(when)).containsExactly(Status.CREATED);
    assertThat(deleted(when)).containsExactly(old.id());
    assertThat(ids(ANN, DAY)).containsExactly(old.id().value());
  }

  /// Whatever stood before, an accepted day has exactly the rows of the last file.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theLastFileIsTheDay(long seed) {
    Random random = new Random(seed);
    for (int file = 0; file < 150; file++) {
      List<ImportRow> rows = new ArrayList<>();
      Set<String> external = Set.of();
      for (int i = 0; i <= random.nextInt(6); i++) {
        int hour = random.nextInt(20);
        String id = "x" + hour + random.nextInt(2);
        rows.removeIf(row -> id.equals(row.draft().externalId()));
        rows.add(row(ANN, id, "%02d:00".formatted(hour), "%02d:30".formatted(hour)));
        external = rows.stream().map(row -> row.draft().externalId()).collect(Collectors.toSet());
      }

      assertThat(codes(ledger.when(replace(rows.toArray(ImportRow[]::new))))).containsOnlyNulls();

      assertThat(ledger.state().entries(ANN, DAY, DAY).stream().map(TimeEntry::externalId).toList())
          .containsExactlyInAnyOrderElementsOf(external);
    }
    ledger.verifyReplay();
  }

  private TimeEntry imported(ImportRow row) {
    return ledger.when(new ImportEntries(List.of(row))).first(TimeEntry.class);
  }

  private static ReplaceDays replace(ImportRow... rows) {
    return new ReplaceDays(List.of(day(rows)));
  }

  private static ImportedDay day(ImportRow... rows) {
    return new ImportedDay(Objects.requireNonNull(rows[0].draft().userId()), DAY, List.of(rows));
  }

  private static ImportRow row(UserId user, String id, String start, String end) {
    return Commands.row(
        EntryDraftBuilder.builder()
            .userId(user)
            .startedAt(Instant.parse("2026-06-08T%s:00Z".formatted(start)))
            .endedAt(Instant.parse("2026-06-08T%s:00Z".formatted(end)))
            .timezone(ZoneId.of("Europe/Berlin"))
            .externalSource("toggl")
            .externalId(id)
            .build());
  }

  private static ImportRow with(ImportRow row, Consumer<EntryDraftBuilder> change) {
    return Commands.row(row.draft().with(change));
  }

  private static ImportRow on(ImportRow row, LocalDate day) {
    return with(row, b -> b.startedAt(null).endedAt(null).logDate(day).durationSeconds(3600L));
  }

  private List<String> ids(UserId user, LocalDate day) {
    return ledger.state().entries(user, day, day).stream()
        .map(entry -> entry.id().value())
        .toList();
  }

  private static List<Status> statuses(When when) {
    return when.accepted().items().stream().map(ReplyItem::status).toList();
  }

  private static List<String> codes(When when) {
    List<String> codes = new ArrayList<>();
    when.accepted()
        .items()
        .forEach(
            item -> codes.add(item.problem() == null ? null : item.problem().code().wireName()));
    return codes;
  }

  private static String message(When when, int item) {
    return Objects.requireNonNull(when.accepted().items().get(item).problem()).message();
  }

  private static List<EntryId> deleted(When when) {
    return when.accepted().items().stream()
        .map(ReplyItem::imported)
        .filter(Objects::nonNull)
        .map(ImportedRow::deleted)
        .flatMap(List::stream)
        .toList();
  }
}
