package io.timeledger.ingest.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A bucket per key, each full again after a minute. So evicting a bucket unused for a minute has
/// no effect; beyond the bound, the least recently used one is evicted.
final class Buckets {
  static final Duration REFILL = Duration.ofMinutes(1);
  private final int perMinute;
  private final int bound;
  private final TimeMeter meter;
  private final Map<String, Used> buckets = new LinkedHashMap<>(16, 0.75f, true);

  Buckets(int perMinute, int bound, TimeMeter meter) {
    this.perMinute = perMinute;
    this.bound = bound;
    this.meter = meter;
  }

  /// The key's bucket; a new one is full.
  synchronized Bucket of(String key) {
    Bucket bucket = find(key).orElseGet(this::fill);
    buckets.put(key, new Used(bucket, meter.currentTimeNanos()));
    forget();
    return bucket;
  }

  /// The key's bucket, unless it is full.
  synchronized Optional<Bucket> find(String key) {
    return Optional.ofNullable(buckets.get(key)).map(Used::bucket);
  }

  synchronized int size() {
    return buckets.size();
  }

  private Bucket fill() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, REFILL))
        .withCustomTimePrecision(meter)
        .build();
  }

  private void forget() {
    long now = meter.currentTimeNanos();
    Iterator<Used> eldestFirst = buckets.values().iterator();
    while (eldestFirst.hasNext()
        && (now - eldestFirst.next().at() > REFILL.toNanos() || buckets.size() > bound)) {
      eldestFirst.remove();
    }
  }

  private record Used(Bucket bucket, long at) {}
}
