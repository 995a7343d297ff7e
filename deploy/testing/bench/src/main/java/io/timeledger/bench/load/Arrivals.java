package io.timeledger.bench.load;

import java.util.Random;
import java.util.function.LongSupplier;

/// When requests are due, one after the other. Whoever fires them does not ask how the system
/// fares.
public final class Arrivals {
  private static final double NANOS_PER_SECOND = 1e9;
  private final LongSupplier gaps;
  private long due;

  private Arrivals(LongSupplier gaps) {
    this.gaps = gaps;
  }

  /// At the same distance from each other.
  ///
  /// @param perSecond positive
  public static Arrivals even(double perSecond) {
    long gap = Math.round(NANOS_PER_SECOND / perSecond);
    return new Arrivals(() -> gap);
  }

  /// As strangers come who do not know of each other; the same for the same seed.
  ///
  /// @param perSecond on average, positive
  public static Arrivals poisson(double perSecond, long seed) {
    Random random = new Random(seed);
    return new Arrivals(
        () -> Math.round(-Math.log(1 - random.nextDouble()) * NANOS_PER_SECOND / perSecond));
  }

  /// Nanoseconds from the beginning to the next request.
  public long next() {
    due += gaps.getAsLong();
    return due;
  }
}
