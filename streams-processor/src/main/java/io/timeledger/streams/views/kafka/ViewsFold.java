package io.timeledger.streams.views.kafka;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.kafka.Keys;
import io.timeledger.schemas.resource.Rollup;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.rollup.RollupDelta;
import io.timeledger.streams.rollup.RollupTotals;
import io.timeledger.streams.rollup.TimesheetDelta;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Moves rollups and timesheets on by one event, and publishes what moved: each of them once per
/// event. A rollup that came to zero leaves the store, and its topic gets a tombstone.
final class ViewsFold extends ContextualProcessor<String, Event, String, Object> {
  private @Nullable Stores stores;

  private record Stores(
      KeyValueStore<String, Rollup> rollups, KeyValueStore<String, Timesheet> timesheets) {}

  @Override
  public void init(ProcessorContext<String, Object> context) {
    super.init(context);
    stores =
        new Stores(
            context.getStateStore(ViewsTopology.ROLLUPS_STORE),
            context.getStateStore(ViewsTopology.TIMESHEETS_STORE));
  }

  @Override
  public void process(Record<String, Event> record) {
    Stores open = Optional.ofNullable(stores).orElseThrow();
    Event event = record.value();
    foldRollups(event, record.timestamp(), open.rollups());
    if (event.data() instanceof Timesheet sheet) {
      publish(sheet, record.timestamp(), open.timesheets());
    }
    foldTimesheets(event, record.timestamp(), open.timesheets());
  }

  private void foldRollups(Event event, long timestamp, KeyValueStore<String, Rollup> store) {
    Map<String, Rollup> moved = new LinkedHashMap<>();
    for (RollupDelta delta : RollupDelta.of(event)) {
      Rollup none = RollupTotals.none(delta.key());
      Rollup before = moved.computeIfAbsent(Keys.of(none), key -> orElse(store.get(key), none));
      moved.put(Keys.of(none), RollupTotals.plus(before, delta));
    }
    moved.forEach(
        (key, rollup) -> {
          Rollup kept = RollupTotals.isZero(rollup) ? null : rollup;
          store.put(key, kept);
          context().forward(new Record<>(key, kept, timestamp), ViewsTopology.ROLLUPS_SINK);
        });
  }

  private void foldTimesheets(Event event, long timestamp, KeyValueStore<String, Timesheet> store) {
    for (TimesheetDelta delta : TimesheetDelta.of(event)) {
      Timesheet sheet = store.get(Keys.of(delta.workspaceId(), delta.timesheetId()));
      if (sheet == null) {
        throw new IllegalStateException(
            "event %s counts in timesheet %s, which no event created"
                .formatted(event.id(), delta.timesheetId()));
      }
      publish(delta.addTo(sheet), timestamp, store);
    }
  }

  private void publish(Timesheet sheet, long timestamp, KeyValueStore<String, Timesheet> store) {
    String key = Keys.of(sheet.workspaceId(), sheet.id());
    store.put(key, sheet);
    context().forward(new Record<>(key, sheet, timestamp), ViewsTopology.TIMESHEETS_SINK);
  }

  private static Rollup orElse(@Nullable Rollup stored, Rollup none) {
    return stored == null ? none : stored;
  }
}
