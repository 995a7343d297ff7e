package io.timeledger.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The machine of the benchmark.
final class Machine {
  private final BenchSession session;

  Machine(BenchSession session) {
    this.session = session;
  }

  void print() throws IOException, SQLException {
    try (Statement statement = session.database().createStatement();
        ResultSet version = statement.executeQuery("show server_version")) {
      version.next();
      session
          .out()
          .printf(
              "%d processors (%s), %d GB, load average %s; Java %s, Kafka %s, PostgreSQL %s%n%s%n",
              Runtime.getRuntime().availableProcessors(),
              field("/proc/cpuinfo", "model name"),
              Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "")) >> 20,
              Files.readString(Path.of("/proc/loadavg")).strip(),
              Runtime.version(),
              org.apache.kafka.common.utils.AppInfoParser.getVersion(),
              version.getString(1),
              session.options());
    }
  }

  private static String field(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
