package io.timeledger.streams.projector.activity;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ActivitySlot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Merges new slots with stored ones. A slot replaces a stored one with the same id only if its
/// revision is higher, so for slots of different revisions the result does not depend on their
/// order or repetition.
///
/// @param slots new ones, and replacements of stored ones
/// @param days changes of the sums of days; none is zero
public record ActivityMerge(Collection<ActivitySlot> slots, Map<ActivityDay, ActivitySums> days) {

  /// The key of a stored slot.
  public record Key(WorkspaceId workspaceId, String id) {
    public static Key of(ActivitySlot slot) {
      return new Key(slot.workspaceId(), slot.id());
    }
  }

  /// @param came in the order of the log
  /// @param kept the stored slots with the same ids
  public static ActivityMerge of(List<ActivitySlot> came, Map<Key, ActivitySlot> kept) {
    Map<Key, ActivitySlot> winners = new LinkedHashMap<>();
    for (ActivitySlot slot : came) {
      Key key = Key.of(slot);
      ActivitySlot standing = winners.getOrDefault(key, kept.get(key));
      if (standing == null || slot.revision() > standing.revision()) {
        winners.put(key, slot);
      }
    }
    Map<ActivityDay, ActivitySums> days = new LinkedHashMap<>();
    winners.forEach(
        (key, slot) -> {
          Optional.ofNullable(kept.get(key))
              .ifPresent(before -> add(days, before, ActivitySums.of(before).negated()));
          add(days, slot, ActivitySums.of(slot));
        });
    days.values().removeIf(ActivitySums::isZero);
    return new ActivityMerge(winners.values(), days);
  }

  private static void add(
      Map<ActivityDay, ActivitySums> days, ActivitySlot slot, ActivitySums sums) {
    days.merge(ActivityDay.of(slot), sums, ActivitySums::plus);
  }
}
