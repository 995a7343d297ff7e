package io.timeledger.bench.load;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.HdrHistogram.Histogram;

/// What a generator saw.
///
/// @param micros latencies of all requests, of failed ones too
/// @param accepted requests that were answered as they should
/// @param failed all others
/// @param ids of everything that was acknowledged
/// @param time from the first request due to the last answer
public record LoadRound(
    Histogram micros, long accepted, long failed, Collection<String> ids, Duration time) {

  public LoadRound {
    ids = List.copyOf(ids);
  }

  /// Of latencies, in milliseconds.
  public double percentile(double percent) {
    return micros.getValueAtPercentile(percent) / 1e3;
  }

  /// Accepted requests per second.
  public double rate() {
    return accepted / (time.toNanos() / 1e9);
  }
}
