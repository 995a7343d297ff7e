package io.timeledger.bench.compare;

import io.timeledger.bench.Table;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures the rebuild of the read models from the load's log, beside the live ones, by the
/// operator command.
final class RebuildSpeed {
  private static final Pattern FILLED = Pattern.compile("([0-9,.]+) events, ([0-9,.]+)/s; ind");
  private final BenchSession session;

  RebuildSpeed(BenchSession session) {
    this.session = session;
  }

  void run() throws Exception {
    long events = new Projected(session.database()).awaitRest();
    long start = System.nanoTime();
    String output = session.progress().of("rebuild", session.stage()::rebuild);
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    Matcher filled = FILLED.matcher(output);
    Table table =
        new Table(
            "Rebuild of the read models in Postgres",
            "events",
            "seconds, from the start of the command to its end",
            "events per s",
            "events per s while filling, without start and indexes");
    double seconds = time.toNanos() / 1e9;
    table.row(
        "%,d".formatted(events),
        seconds,
        "%,.0f".formatted(events / seconds),
        filled.find() ? filled.group(2) : "?");
    table.print(session.out());
  }
}
