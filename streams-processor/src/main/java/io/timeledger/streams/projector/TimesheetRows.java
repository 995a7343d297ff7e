package io.timeledger.streams.projector;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.projector.EventBatch.ResourceKey;
import io.timeledger.streams.rollup.TimesheetDelta;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Timesheets in a batch. Sheets with an event of their own are whole rows: its totals plus the
/// deltas of later entries. Other sheets are deltas only.
public final class TimesheetRows {
  private final Map<ResourceKey, ObjectNode> states = new LinkedHashMap<>();
  private final Map<ResourceKey, TimesheetDelta> deltas = new LinkedHashMap<>();

  void add(Event event, ObjectNode data) {
    if (event.data() instanceof Timesheet sheet) {
      ResourceKey key = new ResourceKey(sheet.workspaceId(), sheet.subject());
      states.put(key, stamped(event, data));
      deltas.remove(key);
    }
    for (TimesheetDelta delta : TimesheetDelta.of(event)) {
      ResourceKey key = new ResourceKey(delta.workspaceId(), delta.timesheetId().value());
      deltas.merge(key, delta, TimesheetDelta::plus);
    }
  }

  /// Whole rows.
  public List<ObjectNode> states() {
    return states.entrySet().stream().map(this::moved).toList();
  }

  /// Deltas to add to existing rows.
  public Collection<TimesheetDelta> deltas() {
    return deltas.entrySet().stream()
        .filter(delta -> !states.containsKey(delta.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /// Stamped by the event itself: timesheets of earlier versions have no stamp of their own.
  private static ObjectNode stamped(Event event, ObjectNode data) {
    return data.deepCopy()
        .put("changed_at", event.timestamp().toString())
        .put("changed_sequence", event.sequence());
  }

  private ObjectNode moved(Map.Entry<ResourceKey, ObjectNode> state) {
    TimesheetDelta delta = deltas.get(state.getKey());
    ObjectNode row = state.getValue();
    return delta == null
        ? row
        : row.deepCopy()
            .put("total_seconds", row.required("total_seconds").asLong() + delta.totalSeconds())
            .put(
                "billable_seconds",
                row.required("billable_seconds").asLong() + delta.billableSeconds())
            .put("changed_at", delta.at().toString())
            .put("changed_sequence", delta.sequence());
  }
}
