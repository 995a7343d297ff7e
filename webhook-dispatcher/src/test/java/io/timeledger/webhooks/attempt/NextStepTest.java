package io.timeledger.webhooks.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.webhooks.attempt.ReceiverAnswer.Directive;
import io.timeledger.webhooks.subscription.FailureWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NextStepTest {
  private static final Instant NOW = Instant.parse("2026-04-29T10:23:00Z");
  private static final Instant DUE = NOW.minusSeconds(40);
  private static final RetrySchedule SCHEDULE = RetrySchedule.ofSeconds(List.of(60, 300, 1800), 1);

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED",
    "201, DELIVERED",
    "204, DELIVERED",
    "299, DELIVERED",
    "301, REDIRECT",
    "304, REDIRECT",
    "308, REDIRECT",
    "400, HTTP_4XX",
    "404, HTTP_4XX",
    "408, HTTP_4XX",
    "410, HTTP_4XX",
    "425, HTTP_4XX",
    "429, HTTP_429",
    "500, HTTP_5XX",
    "503, HTTP_5XX",
    "101, RESPONSE_INVALID",
    "600, RESPONSE_INVALID"
  })
  void readsTheStatus(int code, AttemptOutcome expected) {
    assertThat(OutcomePolicy.ofStatus(code)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DELIVERED", "HTTP_4XX", "INTERRUPTED", "PROXY_FAULT"})
  void retriesWhatCanPassAtTheGapsOfTheScheduleAndThenGivesUp(AttemptOutcome outcome) {
    AttemptCount tries = new AttemptCount(0, 0);
    for (int seconds : List.of(60, 300, 1800)) {
      NextStep next = NextStep.after(ReceiverAnswer.of(outcome), tries, SCHEDULE, DUE, NOW);
      assertThat(next)
          .isEqualTo(
              new NextStep.Retry(
                  new AttemptCount(tries.billed() + 1, 0), NOW.plusSeconds(seconds)));
      tries = next.tries();
    }
    assertThat(NextStep.after(ReceiverAnswer.of(outcome), tries, SCHEDULE, DUE, NOW))
        .isEqualTo(new NextStep.Exhausted(new AttemptCount(4, 0)));
  }

  @Test
  void endsWithADelivery() {
    assertThat(
            NextStep.after(
                ReceiverAnswer.of(AttemptOutcome.DELIVERED),
                new AttemptCount(2, 1),
                SCHEDULE,
                DUE,
                NOW))
        .isEqualTo(new NextStep.Delivered(new AttemptCount(3, 1)));
  }

  @Test
  void endsWithARefusal() {
    assertThat(
            NextStep.after(
                ReceiverAnswer.of(AttemptOutcome.HTTP_4XX),
                new AttemptCount(0, 0),
                SCHEDULE,
                DUE,
                NOW))
        .isEqualTo(new NextStep.FailedPermanently(new AttemptCount(1, 0)));
  }

  @Test
  void endsWhenTheReceiverAsksForIt() {
    for (Directive directive : List.of(Directive.ABORT_MESSAGE, Directive.DISABLE)) {
      ReceiverAnswer answer =
          new ReceiverAnswer(AttemptOutcome.HTTP_5XX, 503, Optional.empty(), directive);
      assertThat(NextStep.after(answer, new AttemptCount(0, 0), SCHEDULE, DUE, NOW))
          .isEqualTo(new NextStep.FailedPermanently(new AttemptCount(1, 0)));
    }
  }

  @Test
  void redoesWhatWasCutAtOnceThreeTimesAndBillsTheFourth() {
    ReceiverAnswer cut = ReceiverAnswer.of(AttemptOutcome.INTERRUPTED);
    AttemptCount tries = new AttemptCount(0, 0);
    for (int i = 1; i <= AttemptCount.FREE_INTERRUPTIONS; i++) {
      NextStep next = NextStep.after(cut, tries, SCHEDULE, DUE, NOW);
      assertThat(next).isEqualTo(new NextStep.Retry(new AttemptCount(0, i), DUE));
      tries = next.tries();
    }
    assertThat(NextStep.after(cut, tries, SCHEDULE, DUE, NOW))
        .isEqualTo(new NextStep.Retry(new AttemptCount(1, 3), NOW.plusSeconds(60)));
  }

  @Test
  void doesNotBillAFaultOfOurOwn() {
    NextStep next =
        NextStep.after(
            ReceiverAnswer.of(AttemptOutcome.PROXY_FAULT),
            new AttemptCount(3, 0),
            SCHEDULE,
            DUE,
            NOW);

    assertThat(next).isEqualTo(new NextStep.Retry(new AttemptCount(3, 0), NOW.plusSeconds(60)));
  }

  @Test
  void letsAHintOnlyEverDelay() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      Duration hint = Duration.ofSeconds(random.nextInt(5_000));
      int billed = 1 + random.nextInt(3);
      Instant without = SCHEDULE.next(billed, NOW, Optional.empty()).orElseThrow();
      Instant with = SCHEDULE.next(billed, NOW, Optional.of(hint)).orElseThrow();
      assertThat(with).isAfterOrEqualTo(without).isAfterOrEqualTo(NOW.plus(hint));
    }
  }

  @Test
  void disablesWhatIsGoneOrAsksForIt() {
    assertThat(
            new ReceiverAnswer(AttemptOutcome.HTTP_4XX, 410, Optional.empty(), Directive.NONE)
                .disables())
        .contains(DisabledReason.GONE);
    assertThat(
            new ReceiverAnswer(AttemptOutcome.DELIVERED, 200, Optional.empty(), Directive.DISABLE)
                .disables())
        .contains(DisabledReason.ASKED);
    assertThat(
            new ReceiverAnswer(AttemptOutcome.HTTP_4XX, 404, Optional.empty(), Directive.NONE)
                .disables())
        .isEmpty();
  }

  @Test
  void halvesTheCapOnATimeOutAndRaisesItAfterTwentyQuickSuccesses() {
    AdaptiveCap cap = new AdaptiveCap(8, 8, 0);
    for (int expected : List.of(4, 2, 1, 1)) {
      cap = cap.after(AttemptOutcome.TIMEOUT, Duration.ofSeconds(10));
      assertThat(cap.now()).isEqualTo(expected);
    }
    for (int i = 0; i < 19; i++) {
      cap = cap.after(AttemptOutcome.DELIVERED, Duration.ofMillis(20));
    }
    assertThat(cap.now()).isEqualTo(1);
    assertThat(cap.after(AttemptOutcome.DELIVERED, Duration.ofMillis(20)).now()).isEqualTo(2);
    assertThat(cap.after(AttemptOutcome.DELIVERED, Duration.ofSeconds(2)))
        .isEqualTo(new AdaptiveCap(1, 8, 0));
  }

  @ParameterizedTest
  @CsvSource({"49, 0", "50, 50", "69, 50", "70, 70", "90, 90", "99, 90", "100, 100"})
  void givesNoticeOnTheWayToBeingDisabled(int hours, int percent) {
    FailureWatch watch = new FailureWatch(Duration.ofHours(100), 20);

    assertThat(watch.percent(NOW.minus(Duration.ofHours(hours)), 20, NOW)).isEqualTo(percent);
    assertThat(watch.percent(NOW.minus(Duration.ofHours(hours)), 19, NOW)).isZero();
    assertThat(watch.percent(null, 50, NOW)).isZero();
  }
}
