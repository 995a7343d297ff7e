package io.timeledger.webhooks.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.webhooks.retention.RetentionPolicy.Kept;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RetentionPolicyTest {
  private static final Instant NOW = Instant.parse("2026-04-29T23:30:00Z");

  private final RetentionPolicy policy = new RetentionPolicy(30, 90);

  @Test
  void makesDaysFromYesterdayToAWeekAhead() {
    assertThat(policy.days(NOW))
        .hasSize(9)
        .startsWith(LocalDate.parse("2026-04-28"))
        .endsWith(LocalDate.parse("2026-05-06"));
  }

  @Test
  void keepsBodiesAndAttemptsShorterThanTheLog() {
    assertThat(policy.tables())
        .containsExactly(
            new Kept("event", 90),
            new Kept("body", 30),
            new Kept("delivery", 90),
            new Kept("attempt", 30));
    assertThat(new Kept("body", 30).first(NOW)).isEqualTo(LocalDate.parse("2026-03-30"));
  }

  @Test
  void remembersCommandsForAWeek() {
    assertThat(policy.commandsSince(NOW)).isEqualTo(Instant.parse("2026-04-22T23:30:00Z"));
  }
}
