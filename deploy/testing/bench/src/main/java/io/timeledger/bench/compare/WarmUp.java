package io.timeledger.bench.compare;

import io.timeledger.bench.load.LoadRound;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Load before the measurements, until Timeledger gets no faster: three rounds in a row without a
/// ten per cent improvement on the best. Fresh JVMs compile for minutes.
final class WarmUp {
  private static final Duration TIME = Duration.ofSeconds(5);
  private static final int CLIENTS = 32;
  private static final double BETTER = 1.1;
  private static final int ENOUGH = 3;

  private final BenchSession session;

  WarmUp(BenchSession session) {
    this.session = session;
  }

  void run() throws Exception {
    List<Double> rates = new ArrayList<>();
    double best = 0;
    int without = 0;
    while (rates.size() < session.options().warmUps && without < ENOUGH) {
      double rate = session.progress().of("warm-up " + (rates.size() + 1), this::round);
      without = rate > best * BETTER ? 0 : without + 1;
      best = Math.max(best, rate);
      rates.add(rate);
    }
    if (!rates.isEmpty()) {
      session
          .out()
          .println(
              "Warmed up until it got no faster, single writes per s: "
                  + rates.stream().map("%.0f"::formatted).collect(Collectors.joining(", ")));
    }
  }

  private double round() throws SQLException {
    load(session.crud());
    singles(session.bridge());
    new Projected(session.database()).awaitRest();
    return load(session.timeledger()).rate();
  }

  private LoadRound load(Writers writers) {
    session.closed(writers, CLIENTS / 8, TIME, writers.batch(100));
    return singles(writers);
  }

  private LoadRound singles(Writers writers) {
    return session.closed(writers, CLIENTS, TIME, writers.single());
  }
}
