package io.timeledger.streams.projector.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.resource.ActivitySlot;
import io.timeledger.schemas.resource.ActivitySlotBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ActivityMergeTest {
  private static final ActivitySlot SLOT = new RandomSlots(1).revisions(1).getFirst();

  private final Map<ActivityMerge.Key, ActivitySlot> kept = new HashMap<>();
  private final Map<ActivityDay, ActivitySums> days = new HashMap<>();

  @Test
  void comesToTheSameInWhateverOrderAndHoweverOftenSlotsCome() {
    LongStream.range(0, 50)
        .forEach(
            seed -> {
              kept.clear();
              days.clear();
              RandomSlots random = new RandomSlots(seed);
              List<ActivitySlot> revisions = random.revisions(30);

              random.batches(random.scrambled(revisions)).forEach(this::apply);

              Map<ActivityMerge.Key, ActivitySlot> latest = new HashMap<>();
              revisions.forEach(slot -> latest.put(ActivityMerge.Key.of(slot), slot));
              assertThat(kept).isEqualTo(latest);
              assertThat(days).isEqualTo(sums(latest));
            });
  }

  @Test
  void keepsTheFirstOfTwoWithTheSameRevision() {
    ActivitySlot other = changed(SLOT.revision());

    assertThat(ActivityMerge.of(List.of(SLOT, other), Map.of()).slots()).containsExactly(SLOT);
    apply(List.of(SLOT));
    ActivityMerge again = ActivityMerge.of(List.of(other, SLOT), kept);
    assertThat(again.slots()).isEmpty();
    assertThat(again.days()).isEmpty();
  }

  @Test
  void takesALaterRevisionAndPassesOverAnEarlierOne() {
    ActivitySlot later = changed(SLOT.revision() + 2);
    apply(List.of(SLOT));

    apply(List.of(later, changed(SLOT.revision() + 1)));

    assertThat(kept.values()).containsExactly(later);
    assertThat(days.values()).containsExactly(ActivitySums.of(later));
  }

  private void apply(List<ActivitySlot> batch) {
    ActivityMerge merge = ActivityMerge.of(batch, Map.copyOf(kept));
    merge.slots().forEach(slot -> kept.put(ActivityMerge.Key.of(slot), slot));
    merge.days().forEach((day, sums) -> days.merge(day, sums, ActivitySums::plus));
    days.values().removeIf(ActivitySums::isZero);
  }

  private static Map<ActivityDay, ActivitySums> sums(Map<ActivityMerge.Key, ActivitySlot> slots) {
    Map<ActivityDay, ActivitySums> sums = new HashMap<>();
    slots
        .values()
        .forEach(
            slot -> sums.merge(ActivityDay.of(slot), ActivitySums.of(slot), ActivitySums::plus));
    return sums;
  }

  private static ActivitySlot changed(long revision) {
    return ActivitySlotBuilder.builder(SLOT)
        .revision(revision)
        .trackedSeconds(SLOT.trackedSeconds() / 2)
        .build();
  }
}
