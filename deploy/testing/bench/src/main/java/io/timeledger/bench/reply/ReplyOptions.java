package io.timeledger.bench.reply;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Options of the request and reply benchmark.
///
/// @param warmUp turns of both ways that do not count
/// @param turns of both ways that count
/// @param time of each measurement
/// @param perSecond requests of the latency measurement
/// @param inFlight requests at once in the throughput measurement
record ReplyOptions(
    int warmUp, int turns, Duration time, int perSecond, int inFlight, boolean help) {
  static final String USAGE =
      """
      Usage: deploy/testing/bench/replies [--warm-up N] [--turns N] [--millis N] [--rate N]
             [--in-flight N]

      Sends requests over a broker of its own and receives their replies, alternately on Kafka's
      own clients and by spring-kafka's ReplyingKafkaTemplate, all in one process. Measures latency
      at a fixed rate and maximum throughput, with a responder that replies in transactions and
      with one that does not. Prints tables to standard output and progress to standard error.

        --warm-up N     measurements of each way that do not count (default 20)
        --turns N       measurements of each way that count (default 200)
        --millis N      of each measurement (default 500)
        --rate N        requests per second when latency is measured (default 500)
        --in-flight N   requests at once when throughput is measured (default 64)
        --help          this
      """;

  static ReplyOptions parse(String... args) {
    ReplyOptions options = new ReplyOptions(20, 200, Duration.ofMillis(500), 500, 64, false);
    Deque<String> rest = new ArrayDeque<>(List.of(args));
    while (!rest.isEmpty()) {
      options = options.with(rest.pop(), rest);
    }
    return options;
  }

  private ReplyOptions with(String option, Deque<String> rest) {
    return switch (option) {
      case "--warm-up" ->
          new ReplyOptions(number(option, rest), turns, time, perSecond, inFlight, help);
      case "--turns" ->
          new ReplyOptions(warmUp, number(option, rest), time, perSecond, inFlight, help);
      case "--millis" ->
          new ReplyOptions(
              warmUp, turns, Duration.ofMillis(number(option, rest)), perSecond, inFlight, help);
      case "--rate" -> new ReplyOptions(warmUp, turns, time, number(option, rest), inFlight, help);
      case "--in-flight" ->
          new ReplyOptions(warmUp, turns, time, perSecond, number(option, rest), help);
      case "--help", "-h" -> new ReplyOptions(warmUp, turns, time, perSecond, inFlight, true);
      default -> throw new IllegalArgumentException("unknown option " + option);
    };
  }

  private static int number(String option, Deque<String> rest) {
    String value = rest.isEmpty() ? "" : rest.pop();
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(option + " wants a whole number from 1");
    }
    return Integer.parseInt(value);
  }
}
