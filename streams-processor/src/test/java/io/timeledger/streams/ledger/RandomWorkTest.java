package io.timeledger.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.ledger.RandomCommands.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Invariants that hold after whatever people do.
class RandomWorkTest {
  private static final int COMMANDS = 4_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keepsStateLogAndTotalsInStep(long seed) {
    LedgerFixture ledger = new LedgerFixture();
    RandomCommands commands = new RandomCommands(seed);
    Instant now = Instant.parse("2026-04-13T08:00:00Z");
    int accepted = 0;
    for (int i = 0; i < COMMANDS; i++) {
      now = now.plusSeconds(30);
      Asked asked = commands.next(ledger.state(), now);
      var when = ledger.at(now).as(asked.user()).when(asked.command());
      if (when.refusal() == null) {
        accepted++;
      }
      for (Event event : when.events()) {
        if (event.before() == null && event.data() instanceof TimeEntry entry) {
          commands.seen(entry);
        }
      }
      oneRunsAtMost(ledger);
    }

    assertThat(accepted).isGreaterThan(COMMANDS / 5);
    ledger.verifyReplay();
    chained(ledger.log());
    timesheetsMirrored(ledger);
  }

  private static void oneRunsAtMost(LedgerFixture ledger) {
    for (UserId user : List.of(LedgerFixture.ANN, LedgerFixture.BEN)) {
      ledger
          .state()
          .runningTimer(user)
          .ifPresent(running -> assertThat(running.isRunning()).isTrue());
    }
  }

  private static void chained(List<Event> log) {
    String hash = Event.GENESIS;
    long sequence = 0;
    for (Event event : log) {
      assertThat(event.sequence()).isEqualTo(++sequence);
      assertThat(event.previousHash()).isEqualTo(hash);
      hash = event.hash();
    }
  }

  /// Entries have the status of their timesheet, lie in its period, and add up to its totals.
  private static void timesheetsMirrored(LedgerFixture ledger) {
    Map<String, TimeEntry> entries = new TreeMap<>();
    for (Event event : ledger.log()) {
      if (event.data() instanceof TimeEntry entry) {
        entries.put(entry.id().value(), entry);
      }
    }
    assertThat(entries).isNotEmpty();
    for (TimeEntry entry : entries.values()) {
      if (entry.isDeleted() || entry.isRunning() || entry.timesheetId() == null) {
        continue;
      }
      Timesheet sheet =
          ledger.state().timesheet(Objects.requireNonNull(entry.timesheetId())).orElseThrow();
      assertThat(entry.status().name()).isEqualTo(sheet.status().name());
      assertThat(sheet.covers(entry.logDate())).isTrue();
      assertThat(sheet.userId()).isEqualTo(entry.userId());
    }
  }
}
