package io.timeledger.acceptance;

import io.timeledger.acceptance.fault.Fault;
import io.timeledger.cli.Count;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of `deploy/testing/acceptance/faults`.
@Command(
    name = "deploy/testing/acceptance/faults",
    description = {
      "",
      "Starts brokers, a database and several instances of each service as processes of their own,"
          + " drives random clients over HTTP, kills, stops, pauses and cuts off whatever it likes,"
          + " and then holds what the clients were told against Kafka, Postgres, the webhooks that"
          + " came, the calendars at a stand-in for Google and Microsoft, and the audit chain. Exit status 1: a rule was violated.",
      ""
    },
    footer = {
      "",
      "A line per fault tells how it goes; at the end, how soon writes continued after each kind. A"
          + " fault that needs the rights of root (a full disk) is left out without them. Needs"
          + " about 3 GB of memory, with three brokers 4 GB, and for these Linux, where all of"
          + " 127.0.0.0/8 is at hand."
    })
interface FaultsOptions {
  @Option(
      names = "--minutes",
      defaultValue = "5",
      converter = Count.class,
      description = "how long faults go on")
  int minutes();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "what clients want and what is harmed follows from it: repeat a failing run")
  long seed();

  @Option(
      names = "--kills",
      defaultValue = "0",
      converter = Count.class,
      description = "continue until this many kills, even after the time is up")
  int kills();

  @Option(
      names = "--brokers",
      defaultValue = "1",
      description =
          "1, or 3 that keep copies for each other; with 3, faults are those of brokers: one or two"
              + " of them are killed, stopped, frozen and cut off, and killed while transactions are"
              + " open")
  int brokers();

  @Option(names = "--streams", defaultValue = "2", description = "instances of streams-processor")
  int streams();

  @Option(names = "--apis", defaultValue = "2", description = "instances of ingest-api")
  int apis();

  @Option(
      names = "--dispatchers",
      defaultValue = "2",
      converter = Count.class,
      description = "instances of webhook-dispatcher")
  int dispatchers();

  @Option(
      names = "--connectors",
      defaultValue = "2",
      converter = Count.class,
      description = "instances of calendar-connector")
  int connectors();

  @Option(
      names = "--only",
      paramLabel = "LIST",
      hideParamSyntax = true,
      split = ",",
      description =
          "faults to choose from, as kill-streams-processor,kill-ingest-api (default: all)")
  @Nullable List<Fault> only();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      defaultValue = "target/faults.html",
      description = "the report, an HTML page")
  Path report();
}
