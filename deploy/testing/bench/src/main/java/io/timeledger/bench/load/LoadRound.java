package io.timeledger.bench.load;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.HdrHistogram.Histogram;

/// The results of a round.
///
/// @param micros latencies of all requests, including failed ones
/// @param accepted requests with the expected answer
/// @param failed all others
/// @param ids of all acknowledged resources
/// @param time from the first due time to the last answer
public record LoadRound(
    Histogram micros, long accepted, long failed, Collection<String> ids, Duration time) {

  public LoadRound {
    ids = List.copyOf(ids);
  }

  /// Percentile of latencies, in milliseconds.
  public double percentile(double percent) {
    return micros.getValueAtPercentile(percent) / 1e3;
  }

  /// Accepted requests per second.
  public double rate() {
    return accepted / (time.toNanos() / 1e9);
  }
}
