package io.timeledger.bench.load;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/// Collects results during a round, from many threads.
final class Tally {
  private static final long LONGEST = TimeUnit.MINUTES.toMicros(10);
  private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST, 3);
  private final LongAdder accepted = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Queue<String> ids = new ConcurrentLinkedQueue<>();
  private final long start = System.nanoTime();

  long start() {
    return start;
  }

  /// @param due start of the latency, by [System#nanoTime]
  void fire(LoadRequest request, int number, long due) {
    LoadResponse answer = answer(request, number);
    micros.recordValue(Math.min(LONGEST, (System.nanoTime() - due) / 1_000));
    if (answer.accepted()) {
      accepted.increment();
      ids.addAll(answer.ids());
    } else {
      failed.increment();
    }
  }

  LoadRound round() {
    return new LoadRound(
        micros.copy(),
        accepted.sum(),
        failed.sum(),
        ids,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static LoadResponse answer(LoadRequest request, int number) {
    try {
      return request.fire(number);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return LoadResponse.REFUSED;
    } catch (Exception e) {
      return LoadResponse.REFUSED; // an answer that did not come is a figure here, not an accident
    }
  }
}
