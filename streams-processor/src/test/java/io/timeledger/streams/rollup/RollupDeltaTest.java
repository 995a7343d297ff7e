package io.timeledger.streams.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.resource.Rollup;
import io.timeledger.schemas.resource.Timesheet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RollupDeltaTest {

  @Test
  void foldsManyRandomHistoriesToWhatTheirEntriesAddUpTo() {
    LongStream.range(0, 20)
        .forEach(
            seed -> {
              RandomWork work = new RandomWork("ws_1", seed).steps(500);
              assertThat(fold(work.history().events()))
                  .isEqualTo(Recomputed.rollups(work.entries()));
            });
  }

  @Test
  void foldsManyRandomHistoriesToTheTotalsOfTheirSheets() {
    LongStream.range(0, 20)
        .forEach(
            seed -> {
              RandomWork work = new RandomWork("ws_1", seed).steps(500);
              Map<TimesheetId, List<Long>> recomputed = Recomputed.sheetTotals(work.entries());
              Map<TimesheetId, List<Long>> folded = foldSheets(work.history().events());
              for (Timesheet sheet : work.sheets()) {
                assertThat(folded.get(sheet.id()))
                    .isEqualTo(recomputed.getOrDefault(sheet.id(), List.of(0L, 0L)));
              }
            });
  }

  @Test
  void leavesNothingOfAKeyThatLostAllEntries() {
    RandomWork work = new RandomWork("ws_1", 7).steps(300);
    Map<String, Rollup> totals = fold(work.history().events());
    assertThat(totals.values()).noneMatch(RollupTotals::isZero);
  }

  @Test
  void makesNothingOfTimersAndSheetsAlone() {
    RandomWork work = new RandomWork("ws_1", 3).steps(300);
    assertThat(work.history().events())
        .filteredOn(event -> !event.type().movesTotals())
        .extracting(Event::type)
        .contains(EventType.TIMER_STARTED, EventType.TIMER_STOPPED, EventType.TIMESHEET_SUBMITTED);
    assertThat(work.history().events())
        .filteredOn(event -> !event.type().movesTotals())
        .allMatch(event -> RollupDelta.of(event).isEmpty() && TimesheetDelta.of(event).isEmpty());
  }

  private static Map<String, Rollup> fold(List<Event> events) {
    Map<String, Rollup> totals = new TreeMap<>();
    for (Event event : events) {
      for (RollupDelta delta : RollupDelta.of(event)) {
        String key =
            String.join(
                "/",
                delta.key().dimension().name().toLowerCase(Locale.ROOT),
                delta.key().dimensionId(),
                delta.key().logDate().toString());
        Rollup sum =
            RollupTotals.plus(totals.getOrDefault(key, RollupTotals.none(delta.key())), delta);
        if (RollupTotals.isZero(sum)) {
          totals.remove(key);
        } else {
          totals.put(key, sum);
        }
      }
    }
    return totals;
  }

  private static Map<TimesheetId, List<Long>> foldSheets(List<Event> events) {
    Map<TimesheetId, Timesheet> sheets = new HashMap<>();
    for (Event event : events) {
      if (event.data() instanceof Timesheet sheet) {
        Timesheet folded = sheets.put(sheet.id(), sheet);
        if (folded != null) {
          assertThat(sheet.totalSeconds()).isEqualTo(folded.totalSeconds());
          assertThat(sheet.billableSeconds()).isEqualTo(folded.billableSeconds());
        }
      }
      TimesheetDelta.of(event)
          .forEach(delta -> sheets.computeIfPresent(delta.timesheetId(), (_, s) -> delta.addTo(s)));
    }
    Map<TimesheetId, List<Long>> totals = new HashMap<>();
    sheets.forEach((id, s) -> totals.put(id, List.of(s.totalSeconds(), s.billableSeconds())));
    return totals;
  }
}
