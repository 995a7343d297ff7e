package io.timeledger.bench.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of the report benchmark.
@Command(
    name = "deploy/testing/bench/report",
    description = {
      "",
      "Fills the read models of a platform of its own with entries of 200 members on 100 projects"
          + " over three years, asks for reports through the REST API, and runs the plain SQL"
          + " aggregates over the same entries beside it. Prints a table to standard output and"
          + " progress to standard error. Everything is in a temporary folder, removed at the end.",
      ""
    })
interface ReportOptions {
  @Option(names = "--entries", defaultValue = "5000000", description = "how many entries there are")
  int entries();

  @Option(
      names = "--requests",
      defaultValue = "200",
      description = "how often each report is asked for")
  int requests();

  @Option(
      names = "--plain",
      defaultValue = "7",
      description = "how often each plain aggregate is run")
  int plain();
}
