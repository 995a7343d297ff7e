package io.timeledger.bench.idle;

import io.timeledger.bench.BenchUsageException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Options of the idle benchmark.
///
/// @param entries that are created first
/// @param quiet seconds of silence before the measurement
/// @param seconds of the measurement
record IdleOptions(int entries, int quiet, int seconds, boolean help) {
  static final String USAGE =
      """
      Usage: deploy/testing/bench/idle [--entries N] [--quiet N] [--seconds N]

      Starts the whole platform as deploy/local/up does, in a temporary folder, creates entries so
      that it is warm, leaves it alone, and then measures what it takes of one core and of memory:
      its process, those of PostgreSQL, and the threads that take the most. Prints tables to
      standard output and progress to standard error. Takes three minutes.

        --entries N    created first, in batches of 100 (default 20000; 0 for none)
        --quiet N      seconds of silence before the measurement (default 60)
        --seconds N    of the measurement (default 60)
        --help         this
      """;

  static IdleOptions parse(String... args) {
    IdleOptions options = new IdleOptions(20_000, 60, 60, false);
    Deque<String> rest = new ArrayDeque<>(List.of(args));
    while (!rest.isEmpty()) {
      options = options.with(rest.pop(), rest);
    }
    return options;
  }

  private IdleOptions with(String option, Deque<String> rest) {
    return switch (option) {
      case "--entries" -> new IdleOptions(number(option, 0, rest), quiet, seconds, help);
      case "--quiet" -> new IdleOptions(entries, number(option, 0, rest), seconds, help);
      case "--seconds" -> new IdleOptions(entries, quiet, number(option, 1, rest), help);
      case "--help", "-h" -> new IdleOptions(entries, quiet, seconds, true);
      default -> throw new BenchUsageException("unknown option " + option);
    };
  }

  private static int number(String option, int least, Deque<String> rest) {
    String value = rest.isEmpty() ? "" : rest.pop();
    if (!value.matches("[0-9]{1,7}") || Integer.parseInt(value) < least) {
      throw new BenchUsageException("%s wants a whole number from %d".formatted(option, least));
    }
    return Integer.parseInt(value);
  }
}
