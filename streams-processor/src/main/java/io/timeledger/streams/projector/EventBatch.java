package io.timeledger.streams.projector;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventEnvelope;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.schemas.resource.Denial;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.rollup.Measures;
import io.timeledger.streams.rollup.RollupDelta;
import io.timeledger.streams.rollup.RollupKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// The effect of consecutive events of one partition on the tables, folded first so that each table
/// is written once: the last state of a resource, the sum of the deltas of a rollup.
public final class EventBatch {
  private final Map<ResourceType, Map<ResourceKey, ObjectNode>> resources =
      new EnumMap<>(ResourceType.class);
  private final Map<ResourceKey, ObjectNode> newEntries = new LinkedHashMap<>();
  private final TimesheetRows timesheets = new TimesheetRows();
  private final Map<RollupKey, Measures> rollups = new LinkedHashMap<>();
  private final Map<WorkspaceId, SequenceRange> advances = new LinkedHashMap<>();
  private final List<ObjectNode> events = new ArrayList<>();
  private final List<EventEnvelope> unknown = new ArrayList<>();

  /// The key of a resource in its table.
  record ResourceKey(WorkspaceId workspaceId, String subject) {}

  private EventBatch() {}

  /// @throws IllegalStateException when the events of a workspace have a gap
  public static EventBatch of(Collection<LoggedEvent> events) {
    EventBatch batch = new EventBatch();
    events.forEach(batch::add);
    return batch;
  }

  /// Rows of new entries, which no table has yet.
  public Collection<ObjectNode> newEntries() {
    return newEntries.values();
  }

  /// Rows of all other resources but timesheets and denials, by resource type.
  public Map<ResourceType, Collection<ObjectNode>> resources() {
    Map<ResourceType, Collection<ObjectNode>> rows = new EnumMap<>(ResourceType.class);
    resources.forEach((type, byKey) -> rows.put(type, byKey.values()));
    return rows;
  }

  public TimesheetRows timesheets() {
    return timesheets;
  }

  public Map<RollupKey, Measures> rollups() {
    return rollups;
  }

  public Collection<SequenceRange> advances() {
    return advances.values();
  }

  public List<ObjectNode> events() {
    return events;
  }

  /// Events of a newer release: only their row is written.
  public List<EventEnvelope> unknown() {
    return unknown;
  }

  private void add(LoggedEvent logged) {
    EventEnvelope envelope = logged.envelope();
    advances.merge(envelope.workspaceId(), SequenceRange.of(envelope), SequenceRange::then);
    events.add(EventRow.of(logged));
    logged
        .event()
        .ifPresentOrElse(event -> fold(event, logged.data()), () -> unknown.add(envelope));
  }

  private void fold(Event event, ObjectNode data) {
    for (RollupDelta delta : RollupDelta.of(event)) {
      rollups.merge(delta.key(), delta.measures(), Measures::plus);
    }
    timesheets.add(event, data);
    addResource(event, data);
  }

  private void addResource(Event event, ObjectNode data) {
    ResourceType type = ResourceType.of(event.data());
    if (type == ResourceType.TIMESHEET || event.data() instanceof Denial) {
      return;
    }
    ResourceKey key = new ResourceKey(event.workspaceId(), event.data().subject());
    boolean isNew = isNew(event) || newEntries.containsKey(key);
    Map<ResourceKey, ObjectNode> rows =
        isNew ? newEntries : resources.computeIfAbsent(type, _ -> new LinkedHashMap<>());
    rows.put(key, data);
  }

  /// Only entries are certainly new. Other resources can replace a deleted row, and the
  /// `time_entry.created` of a stopped timer has a row since the timer started.
  private static boolean isNew(Event event) {
    return event.data() instanceof TimeEntry entry && entry.version() == 1;
  }
}
