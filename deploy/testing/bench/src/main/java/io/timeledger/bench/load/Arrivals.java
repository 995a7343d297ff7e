package io.timeledger.bench.load;

import java.util.Random;
import java.util.function.LongSupplier;

/// The due times of requests, independent of how the system performs.
public final class Arrivals {
  private static final double NANOS_PER_SECOND = 1e9;
  private final LongSupplier gaps;
  private long due;

  private Arrivals(LongSupplier gaps) {
    this.gaps = gaps;
  }

  /// At equal intervals.
  ///
  /// @param perSecond positive
  public static Arrivals even(double perSecond) {
    long gap = Math.round(NANOS_PER_SECOND / perSecond);
    return new Arrivals(() -> gap);
  }

  /// As from independent clients (a Poisson process); the same for the same seed.
  ///
  /// @param perSecond on average, positive
  public static Arrivals poisson(double perSecond, long seed) {
    Random random = new Random(seed);
    return new Arrivals(
        () -> Math.round(-Math.log(1 - random.nextDouble()) * NANOS_PER_SECOND / perSecond));
  }

  /// Nanoseconds from the start to the next request.
  public long next() {
    due += gaps.getAsLong();
    return due;
  }
}
