package io.timeledger.ingest.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// A limit of requests per minute and key. Allows bursts up to the limit, and never more than twice
/// the limit in any minute.
final class RateLimit {
  private static final int MAX_KEYS = 100_000;
  private final int perMinute;
  private final Buckets buckets;
  private final InstantSource clock;

  RateLimit(int perMinute, TimeMeter meter, InstantSource clock) {
    this.perMinute = perMinute;
    this.buckets = new Buckets(perMinute, MAX_KEYS, meter);
    this.clock = clock;
  }

  boolean isUnlimited() {
    return perMinute == 0;
  }

  /// Counts a request, unless it is refused.
  RateLimitResult take(String key) {
    return take(key, 1);
  }

  /// Counts additional requests for one that passed; at most the rest of a full bucket, else it
  /// could never pass.
  ///
  /// @param more from 1
  RateLimitResult takeMore(String key, int more) {
    return perMinute <= 1
        ? new RateLimitResult.Unlimited()
        : take(key, Math.min(more, perMinute - 1));
  }

  private RateLimitResult take(String key, int requests) {
    if (isUnlimited()) {
      return new RateLimitResult.Unlimited();
    }
    Bucket bucket = buckets.of(key);
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(requests);
    RateLimitStatus status = standing(probe.getRemainingTokens());
    return probe.isConsumed()
        ? new RateLimitResult.Passed(status)
        : new RateLimitResult.Refused(status, Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /// How long the key has to wait for its next request; counts nothing.
  Duration waitOf(String key) {
    return buckets
        .find(key)
        .map(
            bucket ->
                Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()))
        .orElse(Duration.ZERO);
  }

  /// Empty when there is no limit; counts nothing.
  Optional<RateLimitStatus> standing(String key) {
    return isUnlimited()
        ? Optional.empty()
        : Optional.of(
            standing(buckets.find(key).map(Bucket::getAvailableTokens).orElse((long) perMinute)));
  }

  private RateLimitStatus standing(long remaining) {
    Instant reset =
        clock
            .instant()
            .plus(Buckets.REFILL.multipliedBy(perMinute - remaining).dividedBy(perMinute));
    return new RateLimitStatus(perMinute, remaining, reset);
  }
}
