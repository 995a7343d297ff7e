package io.timeledger.calendar.postgres;

import java.time.Duration;
import java.util.UUID;

/// How an instance works on lanes.
///
/// @param instance the same at every start of it
/// @param run another one at every start
/// @param lease how long a lane is ours; prolonged with all that is written
/// @param publishBlocks whether others are told when members are busy
public record LaneSettings(String instance, UUID run, Duration lease, boolean publishBlocks) {

  /// Who has a lane.
  String owner() {
    return prefix() + run;
  }

  /// Of all runs of this instance.
  String prefix() {
    return instance + "/";
  }
}
