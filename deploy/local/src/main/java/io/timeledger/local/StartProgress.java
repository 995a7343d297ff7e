package io.timeledger.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Prints the progress of a start: one line per part with the time it took.
record StartProgress(PrintStream out) {

  <T> T of(String part, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    say(String.format(Locale.ROOT, "  %-22s ready after %4.1f s", part, took.toMillis() / 1000.0));
    return result;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }
}
