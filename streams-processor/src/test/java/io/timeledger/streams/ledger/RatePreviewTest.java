package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.timeledger.schemas.command.DirectoryCommand.PutTask;
import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.command.RateCommand.PreviewRate;
import io.timeledger.schemas.command.RateCommand.PutRate;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.RateCandidate;
import io.timeledger.schemas.resource.RatePreview;
import io.timeledger.schemas.resource.TimeEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RatePreviewTest {
  private static final ProjectId PROJECT = new ProjectId("p");
  private static final LocalDate DAY = LocalDate.parse("2026-06-09");
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(OWNER);

  @Test
  void saysWhichOverrideAppliesAndWhyOthersDoNot() {
    put(null, null, "10", null, "2026-01-01", "USD");
    put(ANN, null, "20", null, "2026-01-01", "USD");
    put(ANN, null, "21", null, "2026-02-01", "USD");
    put(ANN, null, "22", null, "2026-12-01", "USD");
    put(ANN, PROJECT, null, "5", "2026-01-01", "USD");
    put(null, PROJECT, null, "6", "2026-01-01", "EUR");

    LedgerFixture.When when = ledger.when(new PreviewRate(ANN, PROJECT, null, DAY));

    assertThat(when.names()).isEmpty();
    RatePreview preview = when.first(RatePreview.class);
    assertThat(preview.hourlyRate()).isEqualByComparingTo("21");
    assertThat(preview.bucket()).isEqualTo("user");
    assertThat(preview.costRate()).isEqualByComparingTo("5");
    assertThat(preview.costBucket()).isEqualTo("user_project");
    assertThat(preview.candidates())
        .extracting(RateCandidate::bucket, RateCandidate::verdict)
        .containsExactly(
            tuple("user_project", "has_no_rate"),
            tuple("user", "later_one_applies"),
            tuple("user", "chosen"),
            tuple("user", "not_valid_on_day"),
            tuple("project", "has_no_rate"),
            tuple("workspace", "more_specific_applies"));
    assertThat(preview.costCandidates())
        .filteredOn(candidate -> candidate.bucket().equals("project"))
        .extracting(RateCandidate::verdict)
        .containsExactly("other_currency");
  }

  @Test
  void agreesWithTheEntryThatIsThenWritten() {
    put(null, PROJECT, "33.5", "7", "2026-01-01", "EUR");
    ledger.when(new PutTask(new TaskId("t"), "T", PROJECT, null, null, null)).accepted();
    RatePreview preview =
        ledger.when(new PreviewRate(ANN, null, new TaskId("t"), DAY)).first(RatePreview.class);

    TimeEntry entry =
        ledger
            .when(
                new CreateEntry(
                    EntryDraftBuilder.builder()
                        .userId(ANN)
                        .taskId(new TaskId("t"))
                        .logDate(DAY)
                        .durationSeconds(60L)
                        .build()))
            .first(TimeEntry.class);

    assertThat(preview.projectId()).isEqualTo(entry.projectId());
    assertThat(preview.hourlyRate()).isEqualTo(entry.hourlyRate());
    assertThat(preview.costRate()).isEqualTo(entry.costRate());
    assertThat(preview.currency()).isEqualTo(entry.currency());
    assertThat(preview.rateId()).isEqualTo(entry.rateId());
  }

  @Test
  void fallsBackToTheDefaultOfTheWorkspace() {
    RatePreview preview =
        ledger.when(new PreviewRate(ANN, null, null, DAY)).first(RatePreview.class);

    assertThat(preview.bucket()).isEqualTo("default");
    assertThat(preview.hourlyRate()).isEqualByComparingTo("0");
    assertThat(preview.costRate()).isNull();
  }

  @Test
  void isForOneselfAndForThoseWhoMayKnowRates() {
    assertThat(ledger.as(ANN).when(new PreviewRate(null, null, null, DAY)).refusal()).isNull();
    assertThat(ledger.as(ANN).when(new PreviewRate(BEN, null, null, DAY)).refusal())
        .isEqualTo("forbidden");
    assertThat(
            ledger.as(OWNER).when(new PreviewRate(new UserId("u_no"), null, null, DAY)).refusal())
        .isEqualTo("unknown_member");
  }

  private void put(
      @Nullable UserId user,
      @Nullable ProjectId project,
      @Nullable String bill,
      @Nullable String cost,
      String from,
      String currency) {
    ledger
        .when(
            new PutRate(
                null,
                user,
                project,
                null,
                bill == null ? null : new BigDecimal(bill),
                cost == null ? null : new BigDecimal(cost),
                Currency.getInstance(currency),
                LocalDate.parse(from),
                null,
                null))
        .accepted();
  }
}
