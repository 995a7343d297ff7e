package io.timeledger.contract;

import io.timeledger.local.Up;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What `deploy/local/up` starts, once for all tests of a JVM, on a folder of its own.
///
/// @param settings of its `local.env` and its tokens
record LocalPlatform(Map<String, String> settings) {
  private static @Nullable LocalPlatform shared;

  static synchronized LocalPlatform shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  URI url() {
    return URI.create(setting("TIMELEDGER_URL"));
  }

  String adminToken() {
    return setting("TIMELEDGER_TOKEN");
  }

  String memberToken() {
    return setting("TIMELEDGER_MEMBER_TOKEN");
  }

  String operatorToken() {
    return setting("operator");
  }

  /// The calendar that it serves.
  URI calendarUrl() {
    return URI.create(setting("CALENDAR_URL"));
  }

  private String setting(String name) {
    return Objects.requireNonNull(settings.get(name), name);
  }

  private static LocalPlatform start() {
    try {
      Path data = Files.createTempDirectory("timeledger-contract");
      Up.main(new String[] {"--data", data.toString(), "--port", "0"});
      Map<String, String> settings = new HashMap<>();
      read(data.resolve("local.env"), settings);
      read(data.resolve("tokens.properties"), settings);
      return new LocalPlatform(Map.copyOf(settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Path file, Map<String, String> settings) throws IOException {
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        settings.put(
            line.substring(0, equals).replaceFirst("^export ", ""),
            line.substring(equals + 1).replaceAll("^['\"]|['\"]$", ""));
      }
    }
  }
}
