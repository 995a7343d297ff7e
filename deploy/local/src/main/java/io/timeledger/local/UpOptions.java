package io.timeledger.local;

import io.timeledger.local.cli.Arguments;
import io.timeledger.local.cli.UsageException;
import io.timeledger.local.cli.UsageText;
import java.nio.file.Path;

/// Options of `deploy/local/up`. Port 0 picks a free one.
///
/// @param rateLimits whether the default rate limits apply
record UpOptions(Path data, int port, boolean fresh, boolean rateLimits, boolean help) {
  static final int DEFAULT_PORT = 8080;
  static final String USAGE = UsageText.of("up");

  static UpOptions parse(Path defaultData, String... args) {
    var arguments = new Arguments(args);
    var options = new UpOptions(defaultData, DEFAULT_PORT, false, false, false);
    while (!arguments.isEmpty()) {
      options = options.with(arguments.next(), arguments);
    }
    return options;
  }

  private UpOptions with(String option, Arguments arguments) {
    return switch (option) {
      case "--data" ->
          new UpOptions(Path.of(arguments.valueOf(option)), port, fresh, rateLimits, help);
      case "--port" -> new UpOptions(data, arguments.portOf(option), fresh, rateLimits, help);
      case "--fresh" -> new UpOptions(data, port, true, rateLimits, help);
      case "--rate-limits" -> new UpOptions(data, port, fresh, true, help);
      case "--help", "-h" -> new UpOptions(data, port, fresh, rateLimits, true);
      default -> throw new UsageException("unknown option " + option);
    };
  }
}
