package io.timeledger.webhooks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timeledger.runtime.WorkSignal;
import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.webhooks.attempt.AttemptResult;
import io.timeledger.webhooks.attempt.Attempted;
import io.timeledger.webhooks.attempt.ReceiverAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FinishLoopTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BusyQueue queue = new BusyQueue();
  private final FinishLoop loop =
      new FinishLoop(
          queue,
          new WorkSignal(),
          new AttemptMeters(new SimpleMeterRegistry()),
          Duration.ofMillis(1));

  @AfterEach
  void stop() throws InterruptedException {
    queue.addsMore = false;
    loop.stop(PATIENCE);
  }

  @Test
  void looksForLostAttemptsAlsoWhileThereIsAlwaysSomethingToWrite() throws InterruptedException {
    queue.expired = List.of(Attempted.lost(-1));
    loop.add(ended(0));
    loop.start();

    assertThat(queue.wroteLost.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void leavesAloneWhatOnlyWaitsToBeWritten() throws InterruptedException {
    // Every write leaves one more behind: its lease ran out, and it is ours to write.
    queue.ours = true;
    loop.add(ended(0));
    loop.start();

    assertThat(queue.looked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    stop();
    assertThat(queue.written)
        .extracting(result -> result.answer().outcome())
        .containsOnly(AttemptOutcome.DELIVERED);
  }

  private static AttemptResult ended(long token) {
    return Attempted.with(
        ReceiverAnswer.of(AttemptOutcome.DELIVERED), DeliveryTrigger.EVENT, Attempted.START, token);
  }

  /// A queue at which the next attempt has ended whenever one is written.
  private final class BusyQueue implements DeliveryQueue {
    private final CountDownLatch wroteLost = new CountDownLatch(1);
    private final CountDownLatch looked = new CountDownLatch(20);
    private final List<AttemptResult> written = new ArrayList<>();
    private volatile List<AttemptResult> expired = List.of();
    private volatile boolean addsMore = true;
    private volatile boolean ours;
    private long token;

    @Override
    public void finish(List<AttemptResult> results) {
      written.addAll(results);
      if (results.stream().anyMatch(result -> result.lease().token() < 0)) {
        expired = List.of();
        wroteLost.countDown();
      }
      if (addsMore) {
        loop.add(ended(++token));
      }
    }

    @Override
    public void endEarlierRuns() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<AttemptResult> expired() {
      looked.countDown();
      return ours && addsMore ? List.of(Attempted.lost(token)) : expired;
    }

    @Override
    public ClaimResult claim(Slots slots) {
      return new ClaimResult(List.of(), Duration.ZERO);
    }

    @Override
    public Backlog backlog(Set<String> without) {
      return Backlog.NONE;
    }

    @Override
    public void repairLanes() {}
  }
}
