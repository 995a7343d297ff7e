package io.timeledger.bench.calendar;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of the calendar benchmark.
@Command(
    name = "deploy/testing/bench/calendar",
    description = {
      "",
      "Starts a broker, a database, the API, the ledger and one calendar-connector as processes of"
          + " their own, and the provider twin in this one. Measures how many events of a first"
          + " import are stored and folded per second, in turns with a plain loop that reads the"
          + " same pages and writes each in a transaction; how many rounds without changes are made"
          + " per second and what one costs, in turns with a loop that makes the same calls one"
          + " after the other; and how long it takes from a moved meeting to its block, with push."
          + " Prints tables to standard output and progress to standard error. Everything is in a"
          + " temporary folder, removed at the end. Takes about four minutes.",
      ""
    })
interface CalendarOptions {
  @Option(names = "--accounts", defaultValue = "100", description = "of Google, one calendar each")
  int accounts();

  @Option(names = "--events", defaultValue = "200", description = "of each account")
  int events();

  @Option(names = "--turns", defaultValue = "3", description = "of each measurement")
  int turns();

  @Option(names = "--seconds", defaultValue = "15", description = "of each turn of quiet rounds")
  int seconds();

  @Option(names = "--changes", defaultValue = "100", description = "of meetings, for push")
  int changes();

  @Option(
      names = "--quick",
      description = "a tenth of the accounts, one turn of 3 s, 10 changes: to see that it runs")
  boolean quick();

  /// How much is done, by the names of the options.
  record Extent(int accounts, int events, int turns, int seconds, int changes) {
    static Extent of(CalendarOptions options) {
      return options.quick()
          ? new Extent(
              Math.max(1, options.accounts() / 10), Math.min(options.events(), 50), 1, 3, 10)
          : new Extent(
              options.accounts(),
              options.events(),
              options.turns(),
              options.seconds(),
              options.changes());
    }

    int allEvents() {
      return accounts * events;
    }
  }
}
