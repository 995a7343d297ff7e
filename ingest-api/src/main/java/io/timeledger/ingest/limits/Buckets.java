package io.timeledger.ingest.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/// A bucket per key, each full again after a minute. So evicting a bucket unused for a minute has
/// no effect; beyond the bound, rarely used ones are evicted.
final class Buckets {
  static final Duration REFILL = Duration.ofMinutes(1);
  private final int perMinute;
  private final TimeMeter meter;
  private final Cache<String, Bucket> buckets;

  Buckets(int perMinute, int bound, TimeMeter meter) {
    this.perMinute = perMinute;
    this.meter = meter;
    this.buckets =
        Caffeine.newBuilder()
            .expireAfterAccess(REFILL)
            .maximumSize(bound)
            .ticker(meter::currentTimeNanos)
            .executor(Runnable::run)
            .build();
  }

  /// The key's bucket; a new one is full.
  Bucket of(String key) {
    return buckets.get(key, _ -> fill());
  }

  /// The key's bucket, unless it is full.
  Optional<Bucket> find(String key) {
    return Optional.ofNullable(buckets.getIfPresent(key));
  }

  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket fill() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, REFILL))
        .withCustomTimePrecision(meter)
        .build();
  }
}
