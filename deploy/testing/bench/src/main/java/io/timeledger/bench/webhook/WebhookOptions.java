package io.timeledger.bench.webhook;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of the webhook benchmark.
@Command(
    name = "deploy/testing/bench/webhooks",
    description = {
      "",
      "Starts a broker, a database and one webhook-dispatcher as processes of their own, writes"
          + " events to the log, and receives them: at a steady rate, for how long a delivery takes"
          + " from the log to the subscriber; then in bursts, for how many deliveries are made and"
          + " logged per second, by subscribers that answer at once and by some that take 100 ms."
          + " Beside it, a dispatcher that reads the log and posts one event after the other, and"
          + " one of Confluent's Parallel Consumer, which makes many calls at once; neither logs"
          + " anything. Prints a table to standard output and progress to standard error."
          + " Everything is in a temporary folder, removed at the end. Takes about two minutes.",
      ""
    })
interface WebhookOptions {
  @Option(names = "--seconds", defaultValue = "20", description = "of steady traffic")
  int seconds();

  @Option(names = "--rate", defaultValue = "200", description = "events per second of it")
  int rate();

  @Option(names = "--events", defaultValue = "30000", description = "of each burst")
  int events();

  @Option(
      names = "--endpoints",
      defaultValue = "50",
      description = "subscribers, each of a workspace of its own")
  int endpoints();
}
