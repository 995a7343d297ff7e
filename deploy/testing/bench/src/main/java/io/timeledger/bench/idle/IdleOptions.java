package io.timeledger.bench.idle;

import io.timeledger.cli.Count;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of the idle benchmark.
@Command(
    name = "deploy/testing/bench/idle",
    description = {
      "",
      "Starts the whole platform as deploy/local/up does, in a temporary folder, creates entries so"
          + " that it is warm, leaves it alone, and then measures what it takes of one core and of"
          + " memory: its process, those of PostgreSQL, and the threads that take the most. Prints"
          + " tables to standard output and progress to standard error. Takes three minutes.",
      ""
    })
interface IdleOptions {
  @Option(
      names = "--entries",
      defaultValue = "20000",
      converter = Count.class,
      description = "created first, in batches of 100; 0 for none")
  int entries();

  @Option(
      names = "--quiet",
      defaultValue = "60",
      converter = Count.class,
      description = "seconds of silence before the measurement")
  int quiet();

  @Option(names = "--seconds", defaultValue = "60", description = "of the measurement")
  int seconds();

  @Option(
      names = "--separate",
      description =
          "measure broker, PostgreSQL, streams-processor, ingest-api and webhook-dispatcher as"
              + " processes of their own instead")
  boolean separate();
}
