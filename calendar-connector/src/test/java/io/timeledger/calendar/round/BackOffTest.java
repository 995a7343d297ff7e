package io.timeledger.calendar.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.schemas.resource.ConnectionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final Duration POLL = Duration.ofMinutes(30);
  private static final ProviderFault PASSING = new ProviderFault.Transient(FaultReason.TIMED_OUT);

  @Test
  void stopsWhatNeedsTheMember() {
    assertThat(after(new ProviderFault.AuthLost(FaultReason.ADDRESS_REFUSED), 1, NOW))
        .isEqualTo(new BackOff.Stop(ConnectionStatus.NEEDS_REAUTH, FaultReason.ADDRESS_REFUSED));
    assertThat(after(new ProviderFault.ConsentMissing(FaultReason.ADDRESS_REFUSED), 1, NOW))
        .isEqualTo(new BackOff.Stop(ConnectionStatus.NEEDS_CONSENT, FaultReason.ADDRESS_REFUSED));
  }

  @Test
  void startsOverWhenACursorIsGoneAlsoAfterOtherFailures() {
    assertThat(cursorGone(1, true)).isEqualTo(new BackOff.StartOver());
    assertThat(cursorGone(7, true)).isEqualTo(new BackOff.StartOver());
    assertThat(cursorGone(1, false)).as("a full round").isInstanceOf(BackOff.Hold.class);
  }

  @Test
  void pausesLongerEachTimeUpToFiveMinutes() {
    Random random = new Random(9);
    for (int streak = 1; streak <= 12; streak++) {
      Duration most = Duration.ofSeconds(Math.min(300, 1L << (streak + 1)));
      Duration longest = Duration.ZERO;
      for (int i = 0; i < 300; i++) {
        Duration pause = pause(PASSING, streak, random);
        assertThat(pause).isBetween(Duration.ZERO, most);
        longest = pause.compareTo(longest) > 0 ? pause : longest;
      }
      assertThat(longest).isGreaterThan(most.dividedBy(2));
    }
  }

  @Test
  void readsWhatFailsForLongAsOftenAsOtherCalendars() {
    Random random = new Random(9);
    for (int i = 0; i < 300; i++) {
      assertThat(pause(PASSING, 13 + i, random)).isBetween(POLL.dividedBy(2), POLL);
    }
  }

  @ParameterizedTest
  @CsvSource({"PT2S, PT2S, PT4S", "PT10M, PT10M, PT10M", "P30D, PT6H, PT6H", ", PT0S, PT4S"})
  void neverComesBackEarlierThanAsked(@Nullable Duration asked, Duration least, Duration most) {
    Random random = new Random(9);
    ProviderFault throttled = new ProviderFault.Throttled(FaultReason.RATE_LIMITED, asked);
    for (int i = 0; i < 300; i++) {
      assertThat(pause(throttled, 1, random)).isBetween(least, most);
    }
  }

  @Test
  void failsANewConnectionAtOnceAndAnOldOneAfterADay() {
    ProviderFault lasting = new ProviderFault.Permanent(FaultReason.NOT_A_CALENDAR);
    BackOff failed = new BackOff.Stop(ConnectionStatus.FAILED, FaultReason.NOT_A_CALENDAR);

    assertThat(after(lasting, 1, null)).isEqualTo(failed);
    assertThat(after(lasting, 40, NOW.minus(Duration.ofHours(24)))).isEqualTo(failed);
    assertThat(after(lasting, 40, NOW.minus(Duration.ofHours(23))))
        .isEqualTo(new BackOff.Skip(NOW.plus(POLL)));
  }

  @Test
  void skipsOneCalendarOfSeveral() {
    ProviderFault lasting = new ProviderFault.Permanent(FaultReason.CALENDAR_GONE);

    assertThat(BackOff.after(failure(lasting, false), new Random(1)))
        .isEqualTo(new BackOff.Skip(NOW.plus(POLL)));
    ProviderFault all = new ProviderFault.AuthLost(FaultReason.LOGIN_REJECTED);
    assertThat(BackOff.after(failure(all, false), new Random(1))).isInstanceOf(BackOff.Stop.class);
  }

  private static BackOff cursorGone(int streak, boolean atCursor) {
    ProviderFault gone = new ProviderFault.CursorGone(FaultReason.ANSWER_UNEXPECTED);
    return BackOff.after(
        new RoundFailure(gone, streak, NOW, POLL, atCursor, true, NOW), new Random(1));
  }

  private static RoundFailure failure(ProviderFault fault, boolean alone) {
    return new RoundFailure(fault, 1, null, POLL, true, alone, NOW);
  }

  private static BackOff after(ProviderFault fault, int streak, @Nullable Instant success) {
    return BackOff.after(
        new RoundFailure(fault, streak, success, POLL, true, true, NOW), new Random(1));
  }

  private static Duration pause(ProviderFault fault, int streak, Random random) {
    BackOff next =
        BackOff.after(new RoundFailure(fault, streak, NOW, POLL, true, true, NOW), random);
    return Duration.between(NOW, ((BackOff.Hold) next).until());
  }
}
