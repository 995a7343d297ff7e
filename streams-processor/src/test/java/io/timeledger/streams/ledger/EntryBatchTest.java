package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.timeledger.schemas.command.BatchItem;
import io.timeledger.schemas.command.EntryCommand.BatchEntries;
import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.TimeEntry;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EntryBatchTest {
  private final LedgerFixture ledger = new LedgerFixture();

  @Test
  void decidesItemsInOrderEachOnWhatTheOnesBeforeLeftBehind() {
    ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.REJECT)));
    TimeEntry known = entry("2026-06-01T05:00:00Z", "2026-06-01T06:00:00Z");

    LedgerFixture.When when =
        ledger.when(
            batch(
                BatchItem.delete(0, new DeleteEntry(known.id(), null)),
                create(1, "2026-06-01T05:00:00Z", "2026-06-01T06:00:00Z"),
                create(2, "2026-06-01T05:30:00Z", "2026-06-01T06:30:00Z"),
                create(3, "2026-06-01T06:00:00Z", "2026-06-01T06:30:00Z")));

    assertThat(statuses(when))
        .containsExactly(Status.DELETED, Status.CREATED, Status.REFUSED, Status.CREATED);
    assertThat(when.names())
        .containsExactly("time_entry.deleted", "time_entry.created", "time_entry.created");
    ledger.verifyReplay();
  }

  @Test
  void answersWithIdAndVersionInsteadOfTheResource() {
    TimeEntry known = entry("2026-06-01T05:00:00Z", "2026-06-01T06:00:00Z");

    ReplyItem item =
        ledger
            .when(
                batch(
                    BatchItem.update(
                        0, Commands.edit(known, b -> b.description(Patch.of("later"))))))
            .accepted()
            .items()
            .getFirst();

    assertThat(item.resource()).isNull();
    assertThat(Objects.requireNonNull(item.changed()).id()).isEqualTo(known.id().value());
    assertThat(item.changed().version()).isEqualTo(2);
  }

  @Test
  void namesEveryPieceOfASplitEntry() {
    ledger.settings(s -> s.midnightPolicy(Patch.of(MidnightPolicy.SPLIT)));

    LedgerFixture.When when =
        ledger.as(ANN).when(batch(create(0, "2026-05-30T20:00:00Z", "2026-05-31T02:00:00Z")));

    assertThat(Objects.requireNonNull(when.accepted().items().getFirst().changed()).pieces())
        .hasSize(1);
  }

  @Test
  void judgesEachItemByTheRightsOfTheCaller() {
    TimeEntry anns = entry("2026-06-01T05:00:00Z", "2026-06-01T06:00:00Z");

    LedgerFixture.When when =
        ledger
            .as(BEN)
            .when(
                batch(
                    BatchItem.delete(0, new DeleteEntry(anns.id(), null)),
                    create(1, "2026-06-01T05:00:00Z", "2026-06-01T06:00:00Z")));

    assertThat(statuses(when)).containsExactly(Status.REFUSED, Status.CREATED);
    assertThat(
            Objects.requireNonNull(when.accepted().items().getFirst().problem()).code().wireName())
        .isEqualTo("not_found");
  }

  @Test
  void doesNothingOfAnAtomicBatchWithABadItemAndNamesEveryBadOne() {
    ledger.as(ANN);

    LedgerFixture.When when =
        ledger.when(
            new BatchEntries(
                List.of(
                    create(0, "2026-06-01T05:00:00Z", "2026-06-01T06:00:00Z"),
                    BatchItem.create(4, Commands.day("2026-06-09", 60).draft()),
                    BatchItem.delete(7, new DeleteEntry(new EntryId("te_none"), null))),
                true));

    assertThat(when.refusal()).isEqualTo("batch_refused");
    assertThat(when.eventNames()).isEmpty();
    Problem problem = ((Decision.Rejected) when.decision()).problem();
    assertThat(problem.details())
        .extracting(Problem.Detail::field, Problem.Detail::code)
        .containsExactly(
            tuple("items[4].log_date", "future_entry"), tuple("items[7]", "not_found"));
  }

  @Test
  void doesAllOfAnAtomicBatchInOneDecision() {
    ledger.as(ANN);

    LedgerFixture.When when =
        ledger.when(
            new BatchEntries(
                List.of(
                    create(0, "2026-06-01T05:00:00Z", "2026-06-01T06:00:00Z"),
                    create(1, "2026-06-01T06:00:00Z", "2026-06-01T07:00:00Z")),
                true));

    assertThat(when.names())
        .containsExactly("timesheet.created", "time_entry.created", "time_entry.created");
    ledger.verifyReplay();
  }

  private TimeEntry entry(String start, String end) {
    return ledger.as(ANN).when(Commands.clock(start, end)).first(TimeEntry.class);
  }

  private static BatchItem create(int index, String start, String end) {
    return BatchItem.create(index, Commands.clock(start, end).draft());
  }

  private static BatchEntries batch(BatchItem... items) {
    return new BatchEntries(List.of(items), false);
  }

  private static List<Status> statuses(LedgerFixture.When when) {
    return when.accepted().items().stream().map(ReplyItem::status).toList();
  }
}
