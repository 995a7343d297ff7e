package io.timeledger.calendar.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.push.ChannelStep.Close;
import io.timeledger.calendar.push.ChannelStep.Forget;
import io.timeledger.calendar.push.ChannelStep.Open;
import io.timeledger.calendar.push.ChannelStep.Prolong;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ChannelPlanTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  @Test
  void opensAChannelForACalendarThatIsToBeWatched() {
    assertThat(ChannelPlan.steps(true, true, List.of(), NOW)).containsExactly(new Open());
    assertThat(ChannelPlan.steps(false, true, List.of(), NOW)).isEmpty();
  }

  @Test
  void leavesAChannelAloneUntilItIsDue() {
    HeldChannel held = held("a", 48, 24);

    assertThat(ChannelPlan.steps(true, true, List.of(held), NOW)).isEmpty();
    assertThat(ChannelPlan.steps(true, false, List.of(held), held.renewAt().minusMillis(1)))
        .isEmpty();
  }

  @Test
  void prolongsAChannelThatIsDueOrOpensASecondOne() {
    HeldChannel due = held("a", 24, 0);

    assertThat(ChannelPlan.steps(true, true, List.of(due), NOW))
        .containsExactly(new Prolong(due.channel()));
    assertThat(ChannelPlan.steps(true, false, List.of(due), NOW)).containsExactly(new Open());
  }

  @Test
  void closesTheOldChannelOnceANewOneIsOpen() {
    HeldChannel old = held("a", 24, 0);
    HeldChannel young = held("b", 168, 112);

    assertThat(ChannelPlan.steps(true, false, List.of(young, old), NOW))
        .containsExactly(new Close(old.channel()));
    assertThat(ChannelPlan.steps(true, false, List.of(old, young), NOW))
        .containsExactly(new Close(old.channel()));
  }

  @Test
  void opensAChannelWhenTheLastOneHasExpired() {
    HeldChannel expired = held("a", 0, -8);

    assertThat(ChannelPlan.steps(true, true, List.of(expired), NOW))
        .containsExactly(new Open(), new Forget(expired.channel()));
  }

  @Test
  void closesTheChannelsOfACalendarThatIsNoLongerWatched() {
    HeldChannel due = held("a", 24, 0);
    HeldChannel expired = held("b", -1, -8);

    assertThat(ChannelPlan.steps(false, true, List.of(due, expired), NOW))
        .containsExactly(new Close(due.channel()), new Forget(expired.channel()));
  }

  @Test
  void renewsAfterTwoThirdsOfTheGrantedLife() {
    OpenChannel channel = new OpenChannel("a", "r", NOW.plus(Duration.ofHours(30)));
    RandomGenerator random = new Random(1);
    List<Instant> due = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      due.add(HeldChannel.granted(channel, NOW, random).renewAt());
    }

    assertThat(due)
        .allSatisfy(
            at ->
                assertThat(at)
                    .isBetween(NOW.plus(Duration.ofHours(18)), NOW.plus(Duration.ofHours(22))));
    assertThat(due).anyMatch(at -> at.isBefore(NOW.plus(Duration.ofHours(19))));
    assertThat(due).anyMatch(at -> at.isAfter(NOW.plus(Duration.ofHours(21))));
  }

  @Test
  void watchesEightDaysWithoutAGap() {
    for (boolean prolongs : new boolean[] {true, false}) {
      List<HeldChannel> held = new ArrayList<>();
      RandomGenerator random = new Random(2);
      for (int minute = 0; minute < 8 * 24 * 60; minute += 10) {
        Instant now = NOW.plus(Duration.ofMinutes(minute));
        for (ChannelStep step : ChannelPlan.steps(true, prolongs, held, now)) {
          apply(step, held, now, "c" + minute, random);
        }
        assertThat(held).as("at %s", now).anyMatch(one -> !one.isExpired(now));
        assertThat(held).hasSizeLessThanOrEqualTo(2);
      }
      assertThat(held).hasSize(1);
    }
  }

  private static void apply(
      ChannelStep step, List<HeldChannel> held, Instant now, String id, RandomGenerator random) {
    Instant end = now.plus(Duration.ofHours(30));
    switch (step) {
      case Open _ -> held.add(HeldChannel.granted(new OpenChannel(id, "r", end), now, random));
      case Prolong old -> {
        drop(held, old.channel());
        OpenChannel longer = new OpenChannel(old.channel().id(), "r", end);
        held.add(HeldChannel.granted(longer, now, random));
      }
      case Close old -> drop(held, old.channel());
      case Forget old -> drop(held, old.channel());
    }
  }

  private static void drop(List<HeldChannel> held, OpenChannel channel) {
    assertThat(held.removeIf(one -> one.channel().equals(channel))).isTrue();
  }

  private static HeldChannel held(String id, int hoursLeft, int hoursToRenewal) {
    return new HeldChannel(
        new OpenChannel(id, "r-" + id, NOW.plus(Duration.ofHours(hoursLeft))),
        NOW.plus(Duration.ofHours(hoursToRenewal)));
  }
}
