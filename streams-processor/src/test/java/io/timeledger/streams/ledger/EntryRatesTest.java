package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.Commands.edit;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.RateCommand.PutRate;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.TimeEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Rates that entries are priced by.
class EntryRatesTest {
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(ANN);

  @Test
  void resolvesBillAndCostApartByBucketAndDate() {
    ProjectId project = new ProjectId("p");
    rate(null, null, "10", "1", "2026-01-01");
    rate(null, project, "20", null, "2026-01-01");
    rate(ANN, null, null, "5", "2026-01-01");
    rate(ANN, project, "40", null, "2026-06-09");

    TimeEntry before = priced("2026-06-08", project);
    TimeEntry after = priced("2026-06-09", project);
    TimeEntry plain = priced("2026-06-09", null);

    assertThat(before.hourlyRate()).isEqualByComparingTo("20");
    assertThat(before.costRate()).isEqualByComparingTo("5");
    assertThat(after.hourlyRate()).isEqualByComparingTo("40");
    assertThat(plain.hourlyRate()).isEqualByComparingTo("10");
  }

  @Test
  void leavesWhatIsWrittenAloneUntilItsProjectChanges() {
    TimeEntry entry = priced("2026-06-09", null);
    rate(null, null, "99", null, "2026-01-01");

    TimeEntry described =
        ledger.as(ANN).when(edit(entry, b -> b.description(Patch.of("x")))).first(TimeEntry.class);
    assertThat(described.hourlyRate()).isEqualByComparingTo("0");

    TimeEntry moved =
        ledger
            .when(edit(entry, b -> b.projectId(Patch.of(new ProjectId("q")))))
            .first(TimeEntry.class);
    assertThat(moved.hourlyRate()).isEqualByComparingTo("99");
  }

  @Test
  void areForThoseWhoMayAndTheAuditKnowsOfOthers() {
    LedgerFixture.When when =
        ledger.when(
            new PutRate(
                null,
                null,
                null,
                null,
                BigDecimal.ONE,
                null,
                null,
                LocalDate.parse("2026-01-01"),
                null,
                null));

    assertThat(when.refusal()).isEqualTo("forbidden");
    assertThat(when.eventNames()).containsExactly("time_entry.rate_override.upserted.denied");
  }

  private TimeEntry priced(String day, @Nullable ProjectId project) {
    return ledger.as(ANN).when(day(day, 3600, b -> b.projectId(project))).first(TimeEntry.class);
  }

  private void rate(
      @Nullable UserId user,
      @Nullable ProjectId project,
      @Nullable String bill,
      @Nullable String cost,
      String from) {
    ledger
        .as(OWNER)
        .when(
            new PutRate(
                null,
                user,
                project,
                null,
                bill == null ? null : new BigDecimal(bill),
                cost == null ? null : new BigDecimal(cost),
                null,
                LocalDate.parse(from),
                null,
                null))
        .accepted();
  }
}
