package io.timeledger.local;

import java.nio.file.Path;

/// What `deploy/local/up` was asked for. Port 0 picks a free one.
record UpOptions(Path data, int port, boolean fresh, boolean help) {
  static final int DEFAULT_PORT = 8080;
  static final String USAGE =
      """
      Usage: deploy/local/up [--port PORT] [--data DIR] [--fresh]

      Starts the whole platform on this machine: a Kafka broker, a PostgreSQL server and the
      services, all listening on 127.0.0.1 only. Builds what is not built yet. Ctrl-C stops it;
      the data stays for the next start.

        --port PORT   port of the REST API (default 8080; 0 picks a free one)
        --data DIR    where the data lives (default deploy/local/data)
        --fresh       delete the data first and start anew
        --help        show this text

      When ready it prints addresses and tokens, and writes them to DIR/local.env for the shell:
        . deploy/local/data/local.env
      """;

  static UpOptions parse(Path defaultData, String... args) {
    var arguments = new Arguments(args);
    var options = new UpOptions(defaultData, DEFAULT_PORT, false, false);
    while (!arguments.isEmpty()) {
      options = options.with(arguments.next(), arguments);
    }
    return options;
  }

  private UpOptions with(String option, Arguments arguments) {
    return switch (option) {
      case "--data" -> new UpOptions(Path.of(arguments.valueOf(option)), port, fresh, help);
      case "--port" -> new UpOptions(data, arguments.portOf(option), fresh, help);
      case "--fresh" -> new UpOptions(data, port, true, help);
      case "--help", "-h" -> new UpOptions(data, port, fresh, true);
      default -> throw new UsageException("unknown option " + option);
    };
  }
}
