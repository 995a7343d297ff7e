package io.timeledger.calendar.postgres;

import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/// Settings of an instance that works on lanes.
///
/// @param instance stable across restarts
/// @param run unique to this start
/// @param lease duration of a lease; each write prolongs it
/// @param publishBlocks whether blocks are published to the public topic
/// @param pushing providers that report changes
public record LaneSettings(
    String instance, UUID run, Duration lease, boolean publishBlocks, Set<Provider> pushing) {
  public LaneSettings {
    pushing = Set.copyOf(pushing);
  }

  /// The lease owner of this run.
  String owner() {
    return prefix() + run;
  }

  /// Common prefix of the lease owners of all runs of this instance.
  String prefix() {
    return instance + "/";
  }
}
