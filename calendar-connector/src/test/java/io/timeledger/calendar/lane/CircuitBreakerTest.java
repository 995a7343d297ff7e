package io.timeledger.calendar.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  private final CircuitBreaker breaker = new CircuitBreaker();

  @Test
  void opensForThirtySecondsWhenHalfOfAHundredCallsFailed() {
    for (int i = 0; i < 99; i++) {
      assertThat(breaker.ended(i % 2 == 0, NOW)).isFalse();
      assertThat(breaker.openFor(NOW)).isEmpty();
    }
    assertThat(breaker.ended(false, NOW)).isTrue();

    assertThat(breaker.openFor(NOW)).contains(Duration.ofSeconds(30));
    assertThat(breaker.openFor(NOW.plusSeconds(29))).contains(Duration.ofSeconds(1));
    assertThat(breaker.openFor(NOW.plusSeconds(30))).isEmpty();
  }

  @Test
  void staysClosedWhileMoreThanHalfSucceed() {
    for (int i = 0; i < 1000; i++) {
      assertThat(breaker.ended(i % 100 < 49, NOW)).isFalse();
    }
  }

  @Test
  void judgesTheLastHundredCalls() {
    for (int i = 0; i < 500; i++) {
      breaker.ended(false, NOW);
    }
    for (int i = 0; i < 49; i++) {
      assertThat(breaker.ended(true, NOW)).isFalse();
    }
    assertThat(breaker.ended(true, NOW)).isTrue();
  }

  @Test
  void countsAnewOnceItCloses() {
    for (int i = 0; i < 100; i++) {
      breaker.ended(true, NOW);
    }
    assertThat(breaker.ended(true, NOW.plusSeconds(1))).as("was under way").isFalse();

    Instant closed = NOW.plusSeconds(30);
    for (int i = 0; i < 99; i++) {
      assertThat(breaker.ended(true, closed)).isFalse();
    }
    assertThat(breaker.ended(true, closed)).isTrue();
  }
}
