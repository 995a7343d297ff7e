package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.clock;
import static io.timeledger.streams.ledger.Commands.edit;
import static io.timeledger.streams.ledger.Commands.start;
import static io.timeledger.streams.ledger.Commands.stop;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.RequiredField;
import io.timeledger.schemas.resource.TimeEntry;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Why entries need a review, and when they no longer do.
class EntryReviewTest {
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(ANN);

  @Test
  void hasEachReasonOnce() {
    ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.WARN)));
    ledger.when(clock("2026-06-08T08:00:00Z", "2026-06-08T09:00:00Z")).accepted();
    TimeEntry flagged =
        ledger.when(clock("2026-06-08T08:30:00Z", "2026-06-08T09:30:00Z")).first(TimeEntry.class);

    TimeEntry again =
        ledger
            .when(edit(flagged, b -> b.endedAt(Patch.of(Instant.parse("2026-06-08T09:40:00Z")))))
            .first(TimeEntry.class);

    assertThat(again.reviewReason()).isEqualTo("overlap");
  }

  private TimeEntry first() {
    ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.WARN)));
    return ledger
        .when(clock("2026-06-08T08:00:00Z", "2026-06-08T09:00:00Z"))
        .first(TimeEntry.class);
  }

  private TimeEntry second() {
    TimeEntry flagged =
        ledger.when(clock("2026-06-08T08:30:00Z", "2026-06-08T09:30:00Z")).first(TimeEntry.class);
    assertThat(flagged.reviewReason()).isEqualTo("overlap");
    return flagged;
  }

  private TimeEntry now(TimeEntry entry) {
    return ledger.state().entry(entry.id()).orElseThrow();
  }

  @Test
  void isOverOnceTheOtherEntryIsShortenedMovedOrDeleted() {
    TimeEntry first = first();
    TimeEntry flagged = second();
    LedgerFixture.When when =
        ledger.when(edit(first, b -> b.endedAt(Patch.of(Instant.parse("2026-06-08T08:30:00Z")))));
    assertThat(when.names()).containsExactly("time_entry.updated", "time_entry.updated");
    assertThat(when.accepted().items()).hasSize(1);
    assertThat(now(flagged).needsReview()).isFalse();
    assertThat(now(flagged).reviewReason()).isNull();

    TimeEntry third =
        ledger.when(clock("2026-06-08T09:00:00Z", "2026-06-08T10:00:00Z")).first(TimeEntry.class);
    assertThat(third.reviewReason()).isEqualTo("overlap");
    assertThat(ledger.when(new DeleteEntry(flagged.id(), null)).names())
        .containsExactly("time_entry.deleted", "time_entry.updated");
    assertThat(now(third).needsReview()).isFalse();
    ledger.verifyReplay();
  }

  @Test
  void isOverOnceItsOwnTimeIsRepairedAndNotWhileAnyOverlapIsLeft() {
    TimeEntry first = first();
    TimeEntry flagged = second();
    ledger.when(clock("2026-06-08T09:10:00Z", "2026-06-08T09:20:00Z")).accepted();
    ledger.when(new DeleteEntry(first.id(), null)).accepted();
    assertThat(now(flagged).reviewReason()).isEqualTo("overlap");

    TimeEntry repaired =
        ledger
            .when(edit(flagged, b -> b.endedAt(Patch.of(Instant.parse("2026-06-08T09:10:00Z")))))
            .first(TimeEntry.class);
    assertThat(repaired.needsReview()).isFalse();
  }

  @Test
  void isOverForAnEntryOfALockedTimesheetTooWhichStaysAsItIs() {
    ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.WARN)));
    TimeEntry sunday =
        ledger.when(clock("2026-06-07T21:00:00Z", "2026-06-08T09:00:00Z")).first(TimeEntry.class);
    TimeEntry flagged = second();
    ledger.when(new SubmitTimesheet(requireNonNull(flagged.timesheetId()), null)).accepted();

    ledger.when(new DeleteEntry(sunday.id(), null)).accepted();

    assertThat(now(flagged).needsReview()).isFalse();
    assertThat(now(flagged).status()).isEqualTo(EntryStatus.SUBMITTED);
    assertThat(now(flagged).endedAt()).isEqualTo(flagged.endedAt());
  }

  @Test
  void staysWhenAPersonOrWhatHappenedAskedForIt() {
    TimeEntry first = first();
    TimeEntry flagged = second();
    ledger.as(OWNER).when(edit(first, b -> b.needsReview(Patch.of(true)))).accepted();
    TimeEntry both =
        ledger
            .when(edit(first, b -> b.endedAt(Patch.of(Instant.parse("2026-06-08T08:50:00Z")))))
            .first(TimeEntry.class);
    assertThat(both.reviewReason()).isEqualTo("requested,overlap");
    ledger.when(new DeleteEntry(flagged.id(), null)).accepted();
    assertThat(now(first).reviewReason()).isEqualTo("requested");
  }

  @Test
  void staysWhenAPersonAsksForItWhileAnotherReasonStands() {
    TimeEntry first = first();
    TimeEntry flagged = second();
    TimeEntry asked =
        ledger
            .as(OWNER)
            .when(edit(flagged, b -> b.needsReview(Patch.of(true))))
            .first(TimeEntry.class);
    assertThat(asked.reviewReason()).isEqualTo("overlap,requested");

    ledger.when(new DeleteEntry(first.id(), null)).accepted();

    assertThat(now(flagged).reviewReason()).isEqualTo("requested");
  }

  @Test
  void isOverOnceMissingFieldsAreThereAndTheTimeIsOfADay() {
    ledger.settings(s -> s.requiredFields(Patch.of(Set.of(RequiredField.DESCRIPTION))));
    ledger.at("2026-06-08T08:00:00Z").when(start()).accepted();
    TimeEntry stopped = ledger.at("2026-06-09T09:00:00Z").when(stop()).first(TimeEntry.class);
    assertThat(stopped.reviewReason()).isEqualTo("longer_than_24_hours,required_fields_missing");

    TimeEntry told =
        ledger.when(edit(stopped, b -> b.description(Patch.of("it")))).first(TimeEntry.class);
    assertThat(told.reviewReason()).isEqualTo("longer_than_24_hours");
    TimeEntry shorter =
        ledger
            .when(edit(told, b -> b.endedAt(Patch.of(Instant.parse("2026-06-08T18:00:00Z")))))
            .first(TimeEntry.class);
    assertThat(shorter.needsReview()).isFalse();
  }

  @Test
  void isClearedByOthersThanItsOwner() {
    ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.WARN)));
    ledger.when(clock("2026-06-08T08:00:00Z", "2026-06-08T09:00:00Z")).accepted();
    TimeEntry flagged =
        ledger.when(clock("2026-06-08T08:30:00Z", "2026-06-08T09:30:00Z")).first(TimeEntry.class);

    assertThat(ledger.when(edit(flagged, b -> b.needsReview(Patch.of(false)))).refusal())
        .isEqualTo("forbidden");
    TimeEntry cleared =
        ledger
            .as(OWNER)
            .when(edit(flagged, b -> b.needsReview(Patch.of(false))))
            .first(TimeEntry.class);
    assertThat(cleared.needsReview()).isFalse();
    assertThat(cleared.reviewReason()).isNull();
  }
}
