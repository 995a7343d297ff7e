package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static io.timeledger.streams.ledger.LedgerFixture.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.BatchItem;
import io.timeledger.schemas.command.BlockDraft;
import io.timeledger.schemas.command.EntryCommand.BatchEntries;
import io.timeledger.schemas.command.EntryCommand.ConvertBlocks;
import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.EntryCommand.ReplaceDays;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.command.ImportedDay;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.Preview;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockConversionTest {
  private static final BlockId STANDUP = new BlockId("blk_standup");
  private static final BlockId REVIEW = new BlockId("blk_review");

  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(ANN);

  @Test
  void makesABlockAnEntryOfItsOwner() {
    LedgerFixture.When when = ledger.when(convert(block(STANDUP, "09:00", "09:15")));

    assertThat(when.names()).containsExactly("timesheet.created", "time_entry.created");
    assertThat(item(when).status()).isEqualTo(Status.CREATED);
    TimeEntry entry = when.first(TimeEntry.class);
    assertThat(entry.userId()).isEqualTo(ANN);
    assertThat(entry.source()).isEqualTo(Source.CALENDAR);
    assertThat(entry.externalSource()).isEqualTo("timeledger:calendar");
    assertThat(entry.externalId()).isEqualTo("blk_standup");
    assertThat(entry.entityType()).isEqualTo(EntityType.CALENDAR_EVENT);
    assertThat(entry.durationSeconds()).isEqualTo(900);
    ledger.verifyReplay();
  }

  @Test
  void makesOneEntryOfTwoClicks() {
    TimeEntry first = ledger.when(convert(block(STANDUP, "09:00", "09:15"))).first(TimeEntry.class);

    LedgerFixture.When second =
        ledger.when(convert(block(STANDUP, "09:00", "09:30", b -> b.description("Other"))));

    assertThat(second.names()).isEmpty();
    assertThat(item(second).status()).isEqualTo(Status.UNCHANGED);
    assertThat(second.first(TimeEntry.class)).isEqualTo(first);
    assertThat(entriesOfAnn()).hasSize(1);
  }

  @Test
  void makesOneEntryOfABlockThatIsNamedTwice() {
    LedgerFixture.When when =
        ledger.when(
            new ConvertBlocks(
                List.of(block(STANDUP, "09:00", "09:15"), block(STANDUP, "09:00", "09:15"))));

    assertThat(statuses(when)).containsExactly(Status.CREATED, Status.UNCHANGED);
    assertThat(entriesOfAnn()).hasSize(1);
  }

  @Test
  void bringsADeletedEntryBackAsItWas() {
    TimeEntry first =
        ledger
            .when(convert(block(STANDUP, "09:00", "09:15", b -> b.description("Standup"))))
            .first(TimeEntry.class);
    ledger.when(new DeleteEntry(first.id(), null)).accepted();

    LedgerFixture.When again = ledger.when(convert(block(STANDUP, "10:00", "10:15")));

    assertThat(again.names()).containsExactly("time_entry.restored");
    assertThat(item(again).status()).isEqualTo(Status.UPDATED);
    TimeEntry back = again.first(TimeEntry.class);
    assertThat(back.id()).isEqualTo(first.id());
    assertThat(back.description()).isEqualTo("Standup");
    assertThat(back.startedAt()).isEqualTo(first.startedAt());
    assertThat(ledger.when(convert(block(STANDUP, "10:00", "10:15"))).names()).isEmpty();
    ledger.verifyReplay();
  }

  @Test
  void decidesEachBlockByItself() {
    ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.REJECT)));
    BlockId late = new BlockId("blk_late");

    LedgerFixture.When when =
        ledger.when(
            new ConvertBlocks(
                List.of(
                    block(STANDUP, "09:00", "09:15"),
                    block(REVIEW, "09:10", "09:40"),
                    block(late, "09:15", "09:40"))));

    assertThat(statuses(when)).containsExactly(Status.CREATED, Status.REFUSED, Status.CREATED);
    assertThat(code(when.accepted().items().get(1))).isEqualTo("entry_overlaps");
    ledger.verifyReplay();
  }

  @Test
  void keepsTheFutureAndLongEntriesOut() {
    LedgerFixture.When when =
        ledger.when(
            new ConvertBlocks(
                List.of(
                    block(STANDUP, "14:00", "14:15"),
                    new BlockDraft(
                        1,
                        REVIEW,
                        EntryDraftBuilder.builder()
                            .startedAt(Instant.parse("2026-06-08T00:00:00Z"))
                            .endedAt(Instant.parse("2026-06-09T00:00:01Z"))
                            .build()))));

    assertThat(when.accepted().items())
        .extracting(BlockConversionTest::code)
        .containsExactly("future_entry", "entry_too_long");
  }

  @Test
  void leavesLockedTimesheetsLocked() {
    TimeEntry first = ledger.when(convert(block(STANDUP, "09:00", "09:15"))).first(TimeEntry.class);
    ledger.when(convert(block(REVIEW, "10:00", "11:00"))).accepted();
    ledger.when(new DeleteEntry(first.id(), null)).accepted();
    TimesheetId sheet = Objects.requireNonNull(first.timesheetId());
    ledger.when(new SubmitTimesheet(sheet, null)).accepted();

    assertThat(code(item(ledger.when(convert(block(STANDUP, "09:00", "09:15"))))))
        .as("to bring an entry back")
        .isEqualTo("timesheet_locked");
    assertThat(code(item(ledger.when(convert(block(new BlockId("blk_3"), "08:00", "08:15"))))))
        .isEqualTo("timesheet_locked");
    assertThat(item(ledger.when(convert(block(REVIEW, "10:00", "11:00")))).status())
        .as("the entry is there, locked or not")
        .isEqualTo(Status.UNCHANGED);
  }

  @Test
  void namesThePiecesOfABlockOverMidnight() {
    ledger.settings(s -> s.midnightPolicy(Patch.of(MidnightPolicy.SPLIT)));
    BlockDraft night =
        new BlockDraft(
            0,
            STANDUP,
            EntryDraftBuilder.builder()
                .startedAt(Instant.parse("2026-06-08T20:00:00Z"))
                .endedAt(Instant.parse("2026-06-09T00:00:00Z"))
                .build());

    LedgerFixture.When when = ledger.when(new ConvertBlocks(List.of(night)));

    assertThat(when.accepted().items()).hasSize(1);
    assertThat(when.first(TimeEntry.class).externalId()).isEqualTo("blk_standup");
    assertThat(Objects.requireNonNull(item(when).changed()).pieces()).hasSize(1);
    assertThat(entriesOfAnn()).hasSize(2);
  }

  @Test
  void isForOwnTimeOnly() {
    assertThat(
            code(
                item(
                    ledger
                        .as(OWNER)
                        .when(convert(block(STANDUP, "09:00", "09:15", b -> b.userId(ANN)))))))
        .isEqualTo("validation_failed");
    assertThat(
            item(ledger.as(ANN).when(convert(block(STANDUP, "09:00", "09:15", b -> b.userId(ANN)))))
                .status())
        .isEqualTo(Status.CREATED);
  }

  @Test
  void needsTheRightsToCalendarsAndToWrite() {
    ConvertBlocks one = convert(block(STANDUP, "09:00", "09:15"));

    assertThat(ledger.as(VIEWER).when(one).refusal()).isEqualTo("forbidden");
    ledger.as(ANN);
    assertThat(ledger.when("c1", one, EnumSet.of(Permission.READ, Permission.WRITE)).refusal())
        .isEqualTo("forbidden");
    assertThat(ledger.when("c2", one, EnumSet.of(Permission.CALENDAR)).refusal())
        .isEqualTo("forbidden");
    assertThat(ledger.when("c3", one, EnumSet.of(Permission.CALENDAR, Permission.WRITE)).refusal())
        .isNull();
  }

  @Test
  void doesNotTellOfAnEntryThatWasMovedToSomebodyElse() {
    TimeEntry entry = ledger.when(convert(block(STANDUP, "09:00", "09:15"))).first(TimeEntry.class);
    ledger.as(OWNER).when(Commands.edit(entry, b -> b.userId(Patch.of(BEN)))).accepted();

    LedgerFixture.When when = ledger.as(ANN).when(convert(block(STANDUP, "09:00", "09:15")));

    assertThat(code(item(when))).isEqualTo("not_found");
    assertThat(when.decision().toString()).doesNotContain(entry.id().value());
  }

  @Test
  void showsWhatItWouldDoAndDoesNothing() {
    LedgerFixture.When when = ledger.when(new Preview(convert(block(STANDUP, "09:00", "09:15"))));

    assertThat(item(when).status()).isEqualTo(Status.CREATED);
    assertThat(when.names()).isEmpty();
    assertThat(entriesOfAnn()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeledger:calendar", "timeledger:", " Timeledger:x", "TIMELEDGER:y"})
  void isTheOnlyDoorOfReservedSources(String source) {
    EntryDraft draft =
        Commands.day(
                "2026-06-09",
                60,
                b -> b.userId(ANN).externalSource(source).externalId("blk_standup"))
            .draft();
    ImportedDay day =
        new ImportedDay(ANN, LocalDate.parse("2026-06-09"), List.of(Commands.row(draft)));

    for (UserId user : List.of(ANN, MANAGER, OWNER)) {
      ledger.as(user);
      assertThat(ledger.when(new CreateEntry(draft)).refusal())
          .isEqualTo("external_source_reserved");
      assertThat(
              code(item(ledger.when(new BatchEntries(List.of(BatchItem.create(0, draft)), false)))))
          .isEqualTo("external_source_reserved");
      assertThat(code(item(ledger.when(new ImportEntries(List.of(Commands.row(draft)))))))
          .isEqualTo("external_source_reserved");
      assertThat(code(item(ledger.when(new ReplaceDays(List.of(day))))))
          .isEqualTo("external_source_reserved");
    }
    assertThat(ledger.state().entryOfBlock(STANDUP)).isEmpty();
  }

  @Test
  void isNotDeletedByAFileThatNamesItsSource() {
    ledger.when(convert(block(STANDUP, "09:00", "09:15"))).accepted();
    TimeEntry review = ledger.when(convert(block(REVIEW, "10:00", "11:00"))).first(TimeEntry.class);
    // the entry of this row is there already, and so it would be no refused row
    EntryDraft known =
        Commands.day(
                "2026-06-10",
                60,
                b -> b.userId(ANN).externalSource("timeledger:calendar").externalId("blk_standup"))
            .draft();

    LedgerFixture.When when =
        ledger.when(
            new ReplaceDays(
                List.of(
                    new ImportedDay(
                        ANN, LocalDate.parse("2026-06-10"), List.of(Commands.row(known))))));

    assertThat(when.names()).isEmpty();
    assertThat(ledger.state().entry(review.id()).orElseThrow().isDeleted()).isFalse();
  }

  private List<TimeEntry> entriesOfAnn() {
    return ledger.state().entries(ANN).toList();
  }

  private static ConvertBlocks convert(BlockDraft block) {
    return new ConvertBlocks(List.of(block));
  }

  private static BlockDraft block(BlockId id, String from, String to) {
    return block(id, from, to, b -> b);
  }

  /// Of today.
  private static BlockDraft block(
      BlockId id, String from, String to, UnaryOperator<EntryDraftBuilder> more) {
    return new BlockDraft(
        0,
        id,
        more.apply(
                EntryDraftBuilder.builder()
                    .entityType(EntityType.CALENDAR_EVENT)
                    .entityId(id.value())
                    .startedAt(Instant.parse("2026-06-10T%s:00Z".formatted(from)))
                    .endedAt(Instant.parse("2026-06-10T%s:00Z".formatted(to))))
            .build());
  }

  private static ReplyItem item(LedgerFixture.When when) {
    return when.accepted().items().getFirst();
  }

  private static List<Status> statuses(LedgerFixture.When when) {
    return when.accepted().items().stream().map(ReplyItem::status).toList();
  }

  private static @Nullable String code(ReplyItem item) {
    return item.problem() == null ? null : item.problem().code().wireName();
  }
}
