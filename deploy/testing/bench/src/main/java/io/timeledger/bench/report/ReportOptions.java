package io.timeledger.bench.report;

import io.timeledger.bench.BenchUsageException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Options of the report benchmark.
///
/// @param requests per report
/// @param plain how often each plain aggregate is run
record ReportOptions(int entries, int requests, int plain, boolean help) {
  static final String USAGE =
      """
      Usage: deploy/testing/bench/report [--entries N] [--requests N] [--plain N]

      Fills the read models of a platform of its own with entries of 200 members on 100
      projects over three years, asks for reports through the REST API, and runs the plain
      SQL aggregates over the same entries beside it. Prints a table to standard output and
      progress to standard error. Everything is in a temporary folder, removed at the end.

        --entries N    how many entries there are (default 5000000)
        --requests N   how often each report is asked for (default 200)
        --plain N      how often each plain aggregate is run (default 7)
        --help         this
      """;

  static ReportOptions parse(String... args) {
    ReportOptions options = new ReportOptions(5_000_000, 200, 7, false);
    Deque<String> rest = new ArrayDeque<>(List.of(args));
    while (!rest.isEmpty()) {
      options = options.with(rest.pop(), rest);
    }
    return options;
  }

  private ReportOptions with(String option, Deque<String> rest) {
    return switch (option) {
      case "--entries" -> new ReportOptions(number(option, rest), requests, plain, help);
      case "--requests" -> new ReportOptions(entries, number(option, rest), plain, help);
      case "--plain" -> new ReportOptions(entries, requests, number(option, rest), help);
      case "--help", "-h" -> new ReportOptions(entries, requests, plain, true);
      default -> throw new BenchUsageException("unknown option " + option);
    };
  }

  private static int number(String option, Deque<String> rest) {
    String value = rest.isEmpty() ? "" : rest.pop();
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw new BenchUsageException(option + " wants a whole number from 1");
    }
    return Integer.parseInt(value);
  }
}
