package io.timeledger.streams.operator;

import io.timeledger.streams.projector.kafka.Rebuild;
import java.io.PrintStream;
import java.time.Duration;

/// Prints the progress of a rebuild, at most one line per second.
final class PrintedProgress implements Rebuild.ProgressListener {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final PrintStream out;
  private long started = System.nanoTime();
  private long printed = started;
  private long total;
  private long applied;

  PrintedProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void started(int projection, long events) {
    started = System.nanoTime();
    total = events;
    out.printf("filling projection_%d from up to %,d records%n", projection, events);
  }

  @Override
  public void applied(int events) {
    applied += events;
    long now = System.nanoTime();
    if (now - printed >= EVERY.toNanos()) {
      printed = now;
      out.printf("%,d of up to %,d events, %,d/s%n", applied, total, rate(now));
    }
  }

  @Override
  public void filled() {
    out.printf("%,d events, %,d/s; indexes come next%n", applied, rate(System.nanoTime()));
  }

  @Override
  public void waitingForReaders() {
    out.println("readers hold the views; trying again");
  }

  @Override
  public void live(int projection) {
    out.printf("projection_%d is live with %,d events%n", projection, applied);
  }

  private long rate(long now) {
    return applied * Duration.ofSeconds(1).toNanos() / Math.max(1, now - started);
  }
}
