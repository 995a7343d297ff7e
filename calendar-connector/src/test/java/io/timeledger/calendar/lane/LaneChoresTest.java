package io.timeledger.calendar.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.lane.LaneChores.Chore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneChoresTest {
  private static final Duration HOURS = Duration.ofHours(3);

  private final Semaphore woken = new Semaphore(0);
  private final CountDownLatch periodic = new CountDownLatch(1);
  private final CountDownLatch goesOn = new CountDownLatch(1);
  private final LaneChores chores =
      new LaneChores(
          List.of(
              new Chore(HOURS, false, periodic::countDown),
              new Chore(
                  HOURS,
                  true,
                  () -> {
                    woken.release();
                    awaitUnchecked(goesOn);
                  })),
          () -> {});

  @AfterEach
  void stop() {
    goesOn.countDown();
    chores.stop();
  }

  @Test
  void runsWhatIsWokenAtOnceAndNothingElse() throws InterruptedException {
    chores.start();

    chores.wake();

    assertThat(woken.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    assertThat(periodic.getCount()).isEqualTo(1);
  }

  @Test
  void runsAgainWhenItIsWokenDuringARun() throws InterruptedException {
    chores.start();
    chores.wake();
    assertThat(woken.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

    chores.wake();
    goesOn.countDown();

    assertThat(woken.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void ignoresWhatWakesItAfterItsEnd() {
    chores.start();
    chores.stop();

    chores.wake();

    assertThat(woken.availablePermits()).isZero();
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
