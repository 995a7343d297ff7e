package io.timeledger.twin.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The machine's clock in milliseconds, moved by an offset or stopped.
public final class TwinClock implements InstantSource {
  private final InstantSource source;
  private Duration offset = Duration.ZERO;
  private boolean frozen;
  private Instant stopped = Instant.EPOCH;

  public TwinClock(InstantSource source) {
    this.source = source;
  }

  @Override
  public synchronized Instant instant() {
    return frozen ? stopped : source.instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
  }

  /// @param freeze whether time stands still from now on
  public synchronized void set(Instant now, boolean freeze) {
    offset = Duration.between(source.instant(), now);
    stopped = now;
    frozen = freeze;
  }

  public synchronized void advance(Duration by) {
    set(instant().plus(by), frozen);
  }
}
