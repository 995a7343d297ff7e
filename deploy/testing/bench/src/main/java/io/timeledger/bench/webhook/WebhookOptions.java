package io.timeledger.bench.webhook;

import io.timeledger.bench.BenchUsageException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Options of the webhook benchmark.
///
/// @param seconds of steady traffic
/// @param events of the bursts
record WebhookOptions(int seconds, int rate, int events, int endpoints, boolean help) {
  static final String USAGE =
      """
      Usage: deploy/testing/bench/webhooks [--seconds N] [--rate N] [--events N] [--endpoints N]

      Starts a broker, a database and one webhook-dispatcher as processes of their own, writes
      events to the log, and receives them: at a steady rate, for how long a delivery takes from
      the log to the subscriber; then in bursts, for how many deliveries are made and logged per
      second, by subscribers that answer at once and by some that take 100 ms. Beside it, a
      dispatcher that reads the log and posts one event after the other, and one of Confluent's
      Parallel Consumer, which makes many calls at once; neither logs anything. Prints
      a table to standard output and progress to standard error. Everything is in a temporary
      folder, removed at the end. Takes about two minutes.

        --seconds N    of steady traffic (default 20)
        --rate N       events per second of it (default 200)
        --events N     of each burst (default 30000)
        --endpoints N  subscribers, each of a workspace of its own (default 50)
        --help         this
      """;

  static WebhookOptions parse(String... args) {
    WebhookOptions options = new WebhookOptions(20, 200, 30_000, 50, false);
    Deque<String> rest = new ArrayDeque<>(List.of(args));
    while (!rest.isEmpty()) {
      options = options.with(rest.pop(), rest);
    }
    return options;
  }

  private WebhookOptions with(String option, Deque<String> rest) {
    return switch (option) {
      case "--seconds" -> new WebhookOptions(number(option, rest), rate, events, endpoints, help);
      case "--rate" -> new WebhookOptions(seconds, number(option, rest), events, endpoints, help);
      case "--events" -> new WebhookOptions(seconds, rate, number(option, rest), endpoints, help);
      case "--endpoints" -> new WebhookOptions(seconds, rate, events, number(option, rest), help);
      case "--help", "-h" -> new WebhookOptions(seconds, rate, events, endpoints, true);
      default -> throw new BenchUsageException("unknown option " + option);
    };
  }

  private static int number(String option, Deque<String> rest) {
    String value = rest.isEmpty() ? "" : rest.pop();
    if (!value.matches("[1-9][0-9]{0,6}")) {
      throw new BenchUsageException(option + " wants a whole number from 1");
    }
    return Integer.parseInt(value);
  }
}
