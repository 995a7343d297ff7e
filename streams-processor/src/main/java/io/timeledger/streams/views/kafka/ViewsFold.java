package io.timeledger.streams.views.kafka;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.Rollup;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.rollup.RollupDelta;
import io.timeledger.streams.rollup.RollupTotals;
import io.timeledger.streams.rollup.TimesheetDelta;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// Updates rollups and timesheets by each event, and publishes changes five times a second: a batch
/// of entries changes the same few again and again. A rollup that reaches zero is removed from the
/// store, and its topic gets a tombstone.
///
/// Without changes it does not publish at all, because Streams commits a transaction after each
/// punctuation.
final class ViewsFold implements Processor<String, LoggedEvent, String, byte[]> {
  private static final Duration PUBLISHED_EVERY = Duration.ofMillis(200);

  private @Nullable Views views;
  private @Nullable Cancellable publishing;

  private record Views(
      ProcessorContext<String, byte[]> context,
      TopicView<Rollup> rollups,
      TopicView<Timesheet> timesheets,
      ViewsBacklog backlog) {}

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    Views opened =
        new Views(
            context,
            new TopicView<>(
                context,
                ViewsTopology.ROLLUPS_STORE,
                TopicSerdes.ROLLUPS.codec(),
                ViewsTopology.ROLLUPS_SINK),
            new TopicView<>(
                context,
                ViewsTopology.TIMESHEETS_STORE,
                TopicSerdes.TIMESHEETS.codec(),
                ViewsTopology.TIMESHEETS_SINK),
            new ViewsBacklog(context.getStateStore(ViewsTopology.HELD_STORE)));
    views = opened;
    if (publishing != null) {
      // A task that is revived opens the same processor again, and knows its old schedule no more.
      publishing.cancel();
      publishing = null;
    }
    // What the last owner left. Not on opening: a processor cannot forward then, and full views
    // publish.
    publishSoon(opened);
  }

  @Override
  public void process(Record<String, LoggedEvent> record) {
    Views open = Optional.ofNullable(views).orElseThrow();
    open.backlog().next(record.value()).ifPresent(event -> fold(event, open));
    publishSoon(open);
  }

  private void publishSoon(Views open) {
    if (publishing == null) {
      publishing =
          open.context()
              .schedule(PUBLISHED_EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> publish(open));
    }
  }

  private void publish(Views open) {
    open.backlog().releaseOnce(event -> fold(event, open));
    boolean rollups = open.rollups().publish();
    boolean timesheets = open.timesheets().publish();
    // Readers see only committed data.
    open.context().commit();
    if (!rollups && !timesheets && publishing != null) {
      publishing.cancel();
      publishing = null;
    }
  }

  private static void fold(Event event, Views open) {
    foldRollups(event, open.rollups());
    if (event.data() instanceof Timesheet sheet) {
      put(stamped(sheet, event), open.timesheets());
    }
    foldTimesheets(event, open.timesheets());
  }

  /// Stamped by the event itself: timesheets of earlier versions have no stamp of their own.
  private static Timesheet stamped(Timesheet sheet, Event event) {
    return sheet.with(s -> s.changedAt(event.timestamp()).changedSequence(event.sequence()));
  }

  private static void foldRollups(Event event, TopicView<Rollup> view) {
    Map<String, Rollup> moved = new LinkedHashMap<>();
    for (RollupDelta delta : RollupDelta.of(event)) {
      Rollup none = RollupTotals.none(delta.key());
      Rollup before = moved.computeIfAbsent(RecordKeys.of(none), key -> view.get(key).orElse(none));
      moved.put(RecordKeys.of(none), RollupTotals.plus(before, delta));
    }
    moved.forEach((key, rollup) -> view.put(key, RollupTotals.isZero(rollup) ? null : rollup));
  }

  private static void foldTimesheets(Event event, TopicView<Timesheet> view) {
    for (TimesheetDelta delta : TimesheetDelta.of(event)) {
      Timesheet sheet =
          view.get(RecordKeys.of(delta.workspaceId(), delta.timesheetId()))
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "event %s counts in timesheet %s, which no event created"
                              .formatted(event.id(), delta.timesheetId())));
      put(delta.addTo(sheet), view);
    }
  }

  private static void put(Timesheet sheet, TopicView<Timesheet> view) {
    view.put(RecordKeys.of(sheet.workspaceId(), sheet.id()), sheet);
  }
}
