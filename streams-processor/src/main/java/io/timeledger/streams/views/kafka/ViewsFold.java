package io.timeledger.streams.views.kafka;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.kafka.Contracts;
import io.timeledger.schemas.kafka.Keys;
import io.timeledger.schemas.resource.Rollup;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.kafka.RememberingStore;
import io.timeledger.streams.rollup.RollupDelta;
import io.timeledger.streams.rollup.RollupTotals;
import io.timeledger.streams.rollup.TimesheetDelta;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// Moves rollups and timesheets on by one event, and publishes what moved: each of them once per
/// event. A rollup that came to zero leaves the store, and its topic gets a tombstone.
final class ViewsFold extends ContextualProcessor<String, Event, String, byte[]> {
  private @Nullable Stores stores;

  private record Stores(RememberingStore<Rollup> rollups, RememberingStore<Timesheet> timesheets) {}

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    super.init(context);
    stores =
        new Stores(
            new RememberingStore<>(
                context.getStateStore(ViewsTopology.ROLLUPS_STORE), Contracts.ROLLUPS.codec()),
            new RememberingStore<>(
                context.getStateStore(ViewsTopology.TIMESHEETS_STORE),
                Contracts.TIMESHEETS.codec()));
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

  private void foldRollups(Event event, long timestamp, RememberingStore<Rollup> store) {
    Map<String, Rollup> moved = new LinkedHashMap<>();
    for (RollupDelta delta : RollupDelta.of(event)) {
      Rollup none = RollupTotals.none(delta.key());
      Rollup before = moved.computeIfAbsent(Keys.of(none), key -> store.get(key).orElse(none));
      moved.put(Keys.of(none), RollupTotals.plus(before, delta));
    }
    moved.forEach(
        (key, rollup) -> {
          byte[] kept = store.put(key, RollupTotals.isZero(rollup) ? null : rollup);
          forward(key, kept, timestamp, ViewsTopology.ROLLUPS_SINK);
        });
  }

  private void foldTimesheets(Event event, long timestamp, RememberingStore<Timesheet> store) {
    for (TimesheetDelta delta : TimesheetDelta.of(event)) {
      Timesheet sheet =
          store
              .get(Keys.of(delta.workspaceId(), delta.timesheetId()))
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "event %s counts in timesheet %s, which no event created"
                              .formatted(event.id(), delta.timesheetId())));
      publish(delta.addTo(sheet), timestamp, store);
    }
  }

  private void publish(Timesheet sheet, long timestamp, RememberingStore<Timesheet> store) {
    String key = Keys.of(sheet.workspaceId(), sheet.id());
    forward(key, store.put(key, sheet), timestamp, ViewsTopology.TIMESHEETS_SINK);
  }

  @SuppressWarnings("NullAway") // Kafka's records are not marked, and null is a tombstone
  private void forward(String key, byte @Nullable [] value, long timestamp, String sink) {
    context().forward(new Record<>(key, value, timestamp), sink);
  }
}
