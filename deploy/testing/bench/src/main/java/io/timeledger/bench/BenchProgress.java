package io.timeledger.bench;

import java.io.PrintStream;
import java.util.Locale;

/// Prints each step and its duration, separate from the results.
public final class BenchProgress {
  private final PrintStream out;

  public BenchProgress(PrintStream out) {
    this.out = out;
  }

  /// A piece of work.
  @FunctionalInterface
  public interface Work<T> {
    T run() throws Exception;
  }

  public <T> T of(String what, Work<T> work) throws Exception {
    long start = System.nanoTime();
    out.printf("%-44s", what);
    out.flush();
    T result = work.run();
    out.printf(Locale.ROOT, " %6.1f s%n", (System.nanoTime() - start) / 1e9);
    return result;
  }

  /// Marks progress within a long step.
  public void tick() {
    out.print(".");
    out.flush();
  }
}
