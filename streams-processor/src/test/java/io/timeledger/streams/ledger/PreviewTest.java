package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.Preview;
import io.timeledger.schemas.command.SettingsCommand.UpdateSettings;
import io.timeledger.schemas.command.SettingsPatch;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.Decision.Accepted;
import io.timeledger.streams.ledger.LedgerFixture.When;
import io.timeledger.streams.ledger.RandomCommands.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTest {
  private final LedgerFixture ledger = new LedgerFixture();

  @Test
  void tellsWhatWouldBeAndDoesNothing() {
    When when = ledger.as(ANN).when(new Preview(Commands.day("2026-06-01", 60)));

    assertThat(when.names()).isEmpty();
    assertThat(when.first(TimeEntry.class).durationSeconds()).isEqualTo(60);
    assertThat(ledger.state().entries(ANN, day(), day())).isEmpty();
  }

  @Test
  void tellsTheAuditOfNoDenial() {
    UpdateSettings settings = new UpdateSettings(SettingsPatch.builder().build(), null);
    assertThat(ledger.as(ANN).when(settings).eventNames())
        .containsExactly("settings.updated.denied");

    When when = ledger.when(new Preview(settings));

    assertThat(when.refusal()).isEqualTo("forbidden");
    assertThat(when.eventNames()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void foretellsWhatRandomWorkComesTo(long seed) {
    RandomCommands random = new RandomCommands(seed);
    Instant now = Instant.parse("2026-04-20T08:00:00Z");
    for (int i = 0; i < 1000; i++) {
      now = now.plusSeconds(60);
      Asked asked = random.next(ledger.at(now).state(), now);

      When foretold = ledger.as(asked.user()).when(new Preview(asked.command()));
      When real = ledger.when(asked.command());

      assertThat(foretold.events()).isEmpty();
      assertThat(foretold.refusal()).isEqualTo(real.refusal());
      if (real.decision() instanceof Accepted accepted) {
        assertThat(statuses(foretold.accepted())).isEqualTo(statuses(accepted));
        accepted.items().stream()
            .map(ReplyItem::resource)
            .filter(TimeEntry.class::isInstance)
            .map(TimeEntry.class::cast)
            .forEach(random::seen);
      }
    }
    ledger.as(OWNER).verifyReplay();
  }

  private static List<ReplyItem.Status> statuses(Accepted accepted) {
    return accepted.items().stream().map(ReplyItem::status).toList();
  }

  private static LocalDate day() {
    return LocalDate.parse("2026-06-01");
  }
}
