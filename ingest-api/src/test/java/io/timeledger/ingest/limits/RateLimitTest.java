package io.timeledger.ingest.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final Instant START = Instant.parse("2026-04-29T10:00:00Z");
  private Duration elapsed = Duration.ZERO;
  private final TimeMeter meter =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return elapsed.toNanos();
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };
  private final RateLimit limit = new RateLimit(60, meter, () -> START.plus(elapsed));

  @Test
  void passesTheWholeLimitAtOnceAndNotOneMore() {
    for (int left = 59; left >= 0; left--) {
      assertThat(limit.take("a"))
          .isEqualTo(
              new RateLimitResult.Passed(
                  new RateLimitStatus(60, left, START.plusSeconds(60 - left))));
    }

    assertThat(limit.take("a"))
        .isEqualTo(
            new RateLimitResult.Refused(
                new RateLimitStatus(60, 0, START.plusSeconds(60)), Duration.ofSeconds(1)));
  }

  @Test
  void passesAgainAfterTheWaitThatItNamed() {
    useUp("a");
    elapsed = Duration.ofMillis(999);
    assertThat(limit.take("a")).isInstanceOf(RateLimitResult.Refused.class);

    elapsed = Duration.ofSeconds(1);

    assertThat(limit.take("a")).isInstanceOf(RateLimitResult.Passed.class);
    assertThat(limit.take("a")).isInstanceOf(RateLimitResult.Refused.class);
  }

  @Test
  void countsEachKeyForItself() {
    useUp("a");

    assertThat(limit.take("b")).isInstanceOf(RateLimitResult.Passed.class);
    assertThat(limit.waitOf("a")).isEqualTo(Duration.ofSeconds(1));
    assertThat(limit.waitOf("b")).isZero();
    assertThat(limit.waitOf("c")).isZero();
  }

  @Test
  void askingCountsNothing() {
    limit.take("a");

    assertThat(limit.standing("a")).contains(new RateLimitStatus(60, 59, START.plusSeconds(1)));
    assertThat(limit.standing("a")).contains(new RateLimitStatus(60, 59, START.plusSeconds(1)));
    assertThat(limit.standing("b")).contains(new RateLimitStatus(60, 60, START));
  }

  @Test
  void isWithoutLimitAtZero() {
    RateLimit none = new RateLimit(0, meter, () -> START);

    assertThat(none.take("a")).isEqualTo(new RateLimitResult.Unlimited());
    assertThat(none.standing("a")).isEmpty();
  }

  @Test
  void forgetsWhoWasAwayForAMinuteAndIsFullAgain() {
    Buckets buckets = new Buckets(60, 100, meter);
    buckets.of("a").tryConsume(60);
    elapsed = Duration.ofSeconds(61);

    buckets.of("b");

    assertThat(buckets.size()).isEqualTo(1);
    assertThat(buckets.find("a")).isEmpty();
  }

  @Test
  void holdsNoMoreBucketsThanItsBound() {
    Buckets buckets = new Buckets(60, 100, meter);
    for (int i = 0; i < 1_000; i++) {
      buckets.of("first");
      buckets.of("key" + i);
    }

    assertThat(buckets.size()).isEqualTo(100);
    assertThat(buckets.find("first")).isPresent();
  }

  @Test
  void countsWhoSharesANetworkOfIpv6AsOne() {
    assertThat(AddressKey.of("2001:db8:1:2::1")).isEqualTo(AddressKey.of("2001:db8:1:2:f::9"));
    assertThat(AddressKey.of("2001:db8:1:3::1")).isNotEqualTo(AddressKey.of("2001:db8:1:2::1"));
    assertThat(AddressKey.of("192.0.2.1")).isEqualTo("192.0.2.1");
  }

  private void useUp(String key) {
    for (int i = 0; i < 60; i++) {
      limit.take(key);
    }
  }
}
