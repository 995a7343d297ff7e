package io.timeledger.streams.projector.activity;

import io.timeledger.schemas.resource.ActivitySlot;

/// The sums of slots. Devices that ran at the same time add up too.
public record ActivitySums(
    long slots, long trackedSeconds, long keyboardSeconds, long mouseSeconds, long overallSeconds) {

  static ActivitySums of(ActivitySlot slot) {
    return new ActivitySums(
        1,
        slot.trackedSeconds(),
        slot.keyboardSeconds(),
        slot.mouseSeconds(),
        slot.overallSeconds());
  }

  ActivitySums plus(ActivitySums other) {
    return new ActivitySums(
        slots + other.slots,
        trackedSeconds + other.trackedSeconds,
        keyboardSeconds + other.keyboardSeconds,
        mouseSeconds + other.mouseSeconds,
        overallSeconds + other.overallSeconds);
  }

  ActivitySums negated() {
    return new ActivitySums(
        -slots, -trackedSeconds, -keyboardSeconds, -mouseSeconds, -overallSeconds);
  }

  boolean isZero() {
    return slots == 0
        && trackedSeconds == 0
        && keyboardSeconds == 0
        && mouseSeconds == 0
        && overallSeconds == 0;
  }
}
