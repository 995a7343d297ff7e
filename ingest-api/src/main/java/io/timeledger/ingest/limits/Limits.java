package io.timeledger.ingest.limits;

import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;
import java.util.Set;

/// The limits of one instance of the API.
///
/// @param reads per token
/// @param writes per token
/// @param refusals per client address
record Limits(RateLimit reads, RateLimit writes, RateLimit refusals) {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  static Limits of(RateLimitProperties properties, TimeMeter meter, InstantSource clock) {
    return new Limits(
        new RateLimit(properties.readsPerMinute(), meter, clock),
        new RateLimit(properties.writesPerMinute(), meter, clock),
        new RateLimit(properties.refusalsPerMinute(), meter, clock));
  }

  RateLimit forMethod(String method) {
    return READS.contains(method) ? reads : writes;
  }
}
