package io.timeledger.webhooks.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.webhooks.subscription.FailureWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaneStateTest {
  private static final FailureWatch WATCH = new FailureWatch(Duration.ofDays(5), 3);
  private static final LaneState FRESH =
      new LaneState("wh_1", new AdaptiveCap(8, 8, 0), 0, null, null, null, 0, null, null);
  private static final Instant T0 = Attempted.START;

  @Test
  void countsFailuresFromTheFirstAndForgetsThemWithASuccess() {
    LaneState failing =
        FRESH
            .after(Attempted.with(AttemptOutcome.HTTP_5XX, T0), WATCH)
            .after(Attempted.with(AttemptOutcome.RESET, T0.plusSeconds(60)), WATCH);

    assertThat(failing.failures()).isEqualTo(2);
    assertThat(failing.firstFailureAt()).isEqualTo(T0);
    assertThat(failing.lastFailureAt()).isEqualTo(T0.plusSeconds(60));

    LaneState well =
        failing.after(Attempted.with(AttemptOutcome.DELIVERED, T0.plusSeconds(90)), WATCH);

    assertThat(well.failures()).isZero();
    assertThat(well.firstFailureAt()).isNull();
    assertThat(well.lastSuccessAt()).isEqualTo(T0.plusSeconds(90));
  }

  @Test
  void halvesTheCapWhenACallTimesOut() {
    LaneState slow = FRESH.after(Attempted.with(AttemptOutcome.TIMEOUT, T0.plusSeconds(10)), WATCH);

    assertThat(slow.cap().now()).isEqualTo(4);
  }

  @Test
  void holdsEverythingForAsLongAsTheLongestRetryAfter() {
    LaneState held =
        FRESH
            .after(asking(Duration.ofMinutes(10), T0), WATCH)
            .after(asking(Duration.ofMinutes(2), T0.plusSeconds(60)), WATCH);

    assertThat(held.holdUntil()).isEqualTo(T0.plus(Duration.ofMinutes(10)));
    assertThat(held.holdReason()).isEqualTo("retry_after");
  }

  @Test
  void tellsHowFarItIsOnItsWayAndAsksToBeDisabledAtItsEnd() {
    LaneState lane = FRESH;
    for (int day = 0; day <= 2; day++) {
      lane = lane.after(failedOnDay(day), WATCH);
    }
    assertThat(lane.noticePercent()).isZero();
    assertThat(lane.after(failedOnDay(3), WATCH).noticePercent()).isEqualTo(50);
    assertThat(lane.disabledBy(failedOnDay(3))).isEmpty();

    LaneState ended = lane.after(failedOnDay(5), WATCH);

    assertThat(ended.noticePercent()).isEqualTo(100);
    assertThat(ended.disabledBy(failedOnDay(5))).contains(DisabledReason.FAILING);
  }

  @Test
  void isDisabledAtOnceByGoneAndByWish() {
    assertThat(
            FRESH.disabledBy(answered(410, ReceiverAnswer.Directive.NONE, DeliveryTrigger.EVENT)))
        .contains(DisabledReason.GONE);
    assertThat(
            FRESH.disabledBy(
                answered(200, ReceiverAnswer.Directive.DISABLE, DeliveryTrigger.EVENT)))
        .contains(DisabledReason.ASKED);
    assertThat(
            FRESH.disabledBy(answered(404, ReceiverAnswer.Directive.NONE, DeliveryTrigger.EVENT)))
        .isEmpty();
  }

  @Test
  void learnsNothingFromTestsNorFromCallsThatNobodyKnowsOf() {
    assertThat(
            FRESH.after(
                Attempted.with(
                    ReceiverAnswer.of(AttemptOutcome.TIMEOUT),
                    DeliveryTrigger.TEST,
                    T0.plusSeconds(10),
                    1),
                WATCH))
        .isEqualTo(FRESH);
    assertThat(FRESH.disabledBy(answered(410, ReceiverAnswer.Directive.NONE, DeliveryTrigger.TEST)))
        .isEmpty();
    assertThat(FRESH.after(Attempted.lost(1), WATCH)).isEqualTo(FRESH);
  }

  private static AttemptResult failedOnDay(int day) {
    return Attempted.with(AttemptOutcome.HTTP_5XX, T0.plus(Duration.ofDays(day)));
  }

  private static AttemptResult asking(Duration wait, Instant at) {
    return Attempted.with(
        new ReceiverAnswer(
            AttemptOutcome.HTTP_429, 429, Optional.of(wait), ReceiverAnswer.Directive.NONE),
        DeliveryTrigger.EVENT,
        at,
        1);
  }

  private static AttemptResult answered(
      int status, ReceiverAnswer.Directive directive, DeliveryTrigger trigger) {
    AttemptOutcome outcome = status == 200 ? AttemptOutcome.DELIVERED : AttemptOutcome.HTTP_4XX;
    return Attempted.with(
        new ReceiverAnswer(outcome, status, Optional.empty(), directive), trigger, T0, 1);
  }
}
