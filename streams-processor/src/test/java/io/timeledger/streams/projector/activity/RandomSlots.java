package io.timeledger.streams.projector.activity;

import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ActivitySlot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Slots as clients send them: in revisions, late, repeated, out of order.
public final class RandomSlots {
  private static final Instant START = Instant.parse("2026-04-29T00:00:00Z");
  private final Random random;

  public RandomSlots(long seed) {
    this.random = new Random(seed);
  }

  /// A few revisions of many slots of three members, each in its order.
  public List<ActivitySlot> revisions(int slots) {
    List<ActivitySlot> made = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      int revisions = 1 + random.nextInt(4);
      for (int revision = 0; revision < revisions; revision++) {
        made.add(slot(slot, revision));
      }
    }
    return made;
  }

  /// In any order, with some of them more than once.
  public List<ActivitySlot> scrambled(List<ActivitySlot> slots) {
    List<ActivitySlot> scrambled = new ArrayList<>(slots);
    slots.stream().filter(_ -> random.nextInt(3) == 0).forEach(scrambled::add);
    Collections.shuffle(scrambled, random);
    return scrambled;
  }

  /// Cut into parts of any size.
  public List<List<ActivitySlot>> batches(List<ActivitySlot> slots) {
    List<List<ActivitySlot>> batches = new ArrayList<>();
    int from = 0;
    while (from < slots.size()) {
      int to = Math.min(slots.size(), from + 1 + random.nextInt(20));
      batches.add(slots.subList(from, to));
      from = to;
    }
    return batches;
  }

  private ActivitySlot slot(int number, int revision) {
    int tracked = random.nextInt(601);
    int overall = random.nextInt(tracked + 1);
    return new ActivitySlot(
        "act_%032x".formatted(number),
        new WorkspaceId("ws_1"),
        new UserId("u_" + number % 3),
        START.plus(ActivitySlot.LENGTH.multipliedBy(number)),
        "laptop",
        revision,
        LocalDate.of(2026, 4, 29).plusDays(random.nextInt(3)),
        ZoneId.of("UTC"),
        random.nextInt(3) == 0 ? null : new ProjectId("p_" + random.nextInt(2)),
        null,
        tracked,
        overall,
        0,
        overall,
        List.of(new ActivitySlot.AppUse("Editor", tracked)),
        List.of(),
        List.of(),
        new UserId("u_" + number % 3),
        START.plusSeconds(number));
  }
}
