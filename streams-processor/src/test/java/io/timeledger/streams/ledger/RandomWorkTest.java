package io.timeledger.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.ledger.RandomCommands.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Invariants that hold after whatever people do.
class RandomWorkTest {
  private static final int COMMANDS = 4_000;
  private static final List<UserId> USERS =
      List.of(LedgerFixture.ANN, LedgerFixture.BEN, LedgerFixture.MANAGER, LedgerFixture.OWNER);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keepsStateLogAndTotalsInStep(long seed) {
    LedgerFixture ledger =
        new LedgerFixture().settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.WARN)));
    RandomCommands commands = new RandomCommands(seed);
    Instant now = Instant.parse("2026-04-13T08:00:00Z");
    int accepted = 0;
    for (int i = 0; i < COMMANDS; i++) {
      now = now.plusSeconds(30);
      Asked asked = commands.next(ledger.state(), now);
      LedgerFixture.When when = ledger.at(now).as(asked.user()).when(asked.command());
      if (when.refusal() == null) {
        accepted++;
      }
      endsWhereTheNextBegins(when.events());
      for (Event event : when.events()) {
        if (event.before() == null && event.data() instanceof TimeEntry entry) {
          commands.seen(entry);
        }
      }
      if (i % 500 == 0) {
        indexed(ledger);
        flaggedForOverlaps(ledger, now);
      }
    }

    assertThat(accepted).isGreaterThan(COMMANDS / 5);
    ledger.verifyReplay();
    chained(ledger.log());
    indexed(ledger);
    timesheetsMirrored(ledger);
  }

  /// Whoever runs, and whatever lies on a day, is found there, and nothing else is.
  private static void indexed(LedgerFixture ledger) {
    Map<String, TimeEntry> entries = entries(ledger);
    for (UserId user : USERS) {
      List<TimeEntry> alive =
          entries.values().stream()
              .filter(entry -> entry.userId().equals(user) && !entry.isDeleted())
              .toList();
      assertThat(alive.stream().filter(TimeEntry::isRunning).toList())
          .isEqualTo(ledger.state().runningTimer(user).stream().toList());
      assertThat(ledger.state().entries(user, LocalDate.EPOCH, LocalDate.parse("2100-01-01")))
          .containsExactlyInAnyOrderElementsOf(alive);
    }
  }

  /// A timer that a start stops ends where the new one begins, but not before its own start.
  private static void endsWhereTheNextBegins(List<Event> events) {
    if (events.isEmpty() || events.getLast().type() != EventType.TIMER_STARTED) {
      return;
    }
    Instant begin = start((TimeEntry) events.getLast().data());
    List<TimeEntry> pieces =
        events.stream()
            .filter(event -> event.type() == EventType.TIME_ENTRY_CREATED)
            .map(event -> (TimeEntry) event.data())
            .toList();
    if (!pieces.isEmpty()) {
      Instant own = start(pieces.getFirst());
      assertThat(pieces.getLast().endedAt()).isEqualTo(begin.isAfter(own) ? begin : own);
    }
  }

  /// No entry says that it overlaps unless one of the same member does.
  private static void flaggedForOverlaps(LedgerFixture ledger, Instant now) {
    List<TimeEntry> timed =
        entries(ledger).values().stream()
            .filter(entry -> !entry.isDeleted() && entry.startedAt() != null)
            .toList();
    Set<TimeEntry> sharing = new HashSet<>();
    for (TimeEntry one : timed) {
      for (TimeEntry other : timed) {
        if (!one.id().equals(other.id()) && share(one, other, now)) {
          sharing.add(one);
        }
      }
    }
    assertThat(sharing).containsAll(timed.stream().filter(RandomWorkTest::saysOverlap).toList());
  }

  private static boolean share(TimeEntry one, TimeEntry other, Instant now) {
    return one.userId().equals(other.userId())
        && Math.max(start(one).getEpochSecond(), start(other).getEpochSecond())
            < Math.min(end(one, now).getEpochSecond(), end(other, now).getEpochSecond());
  }

  private static boolean saysOverlap(TimeEntry entry) {
    return Objects.requireNonNullElse(entry.reviewReason(), "").contains("overlap");
  }

  private static Instant start(TimeEntry entry) {
    return Objects.requireNonNull(entry.startedAt());
  }

  private static Instant end(TimeEntry entry, Instant now) {
    return entry.endedAt() == null ? now : Objects.requireNonNull(entry.endedAt());
  }

  private static Map<String, TimeEntry> entries(LedgerFixture ledger) {
    Map<String, TimeEntry> entries = new TreeMap<>();
    for (Event event : ledger.log()) {
      if (event.data() instanceof TimeEntry entry) {
        entries.put(entry.id().value(), entry);
      }
    }
    return entries;
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
    Map<String, TimeEntry> entries = entries(ledger);
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
