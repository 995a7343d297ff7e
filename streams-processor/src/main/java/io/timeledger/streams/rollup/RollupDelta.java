package io.timeledger.streams.rollup;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.resource.Dimension;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.TimeEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The change of a rollup by an event. The deltas of all events of a workspace always add up to the
/// sums over its stopped and not deleted entries.
///
/// @param measures never zero
public record RollupDelta(RollupKey key, Measures measures) {

  /// At most one delta per key; none for events that do not change totals. Subtracts the entry
  /// before the event, and adds the entry after it.
  public static List<RollupDelta> of(Event event) {
    Map<RollupKey, Measures> sums = new LinkedHashMap<>();
    CountedChange change = CountedChange.of(event);
    change.before().ifPresent(entry -> add(sums, entry, Measures.of(entry).negated()));
    change.after().ifPresent(entry -> add(sums, entry, Measures.of(entry)));
    return sums.entrySet().stream()
        .filter(sum -> !sum.getValue().isZero())
        .map(sum -> new RollupDelta(sum.getKey(), sum.getValue()))
        .toList();
  }

  private static void add(Map<RollupKey, Measures> sums, TimeEntry entry, Measures measures) {
    add(sums, entry, Dimension.WORKSPACE, entry.workspaceId().value(), measures);
    add(sums, entry, Dimension.USER, entry.userId().value(), measures);
    if (entry.projectId() != null) {
      add(sums, entry, Dimension.PROJECT, entry.projectId().value(), measures);
    }
    if (entry.taskId() != null) {
      add(sums, entry, Dimension.TASK, entry.taskId().value(), measures);
    }
    String entity = entity(entry);
    add(sums, entry, Dimension.ENTITY, entity, measures);
    entry
        .stage()
        .ifPresent(stage -> add(sums, entry, Dimension.STAGE, entity + "/" + stage, measures));
  }

  private static void add(
      Map<RollupKey, Measures> sums,
      TimeEntry entry,
      Dimension dimension,
      String dimensionId,
      Measures measures) {
    RollupKey key =
        new RollupKey(
            entry.workspaceId(), dimension, dimensionId, entry.logDate(), entry.currency());
    sums.merge(key, measures, Measures::plus);
  }

  private static String entity(TimeEntry entry) {
    EntityType type = entry.entityType();
    String name = type.name().toLowerCase(Locale.ROOT);
    return type == EntityType.INTERNAL || entry.entityId() == null
        ? name
        : name + ":" + entry.entityId();
  }
}
