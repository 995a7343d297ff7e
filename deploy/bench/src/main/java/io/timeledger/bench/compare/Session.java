package io.timeledger.bench.compare;

import io.timeledger.bench.Progress;
import io.timeledger.bench.load.Arrivals;
import io.timeledger.bench.load.Generator;
import io.timeledger.bench.load.Round;
import io.timeledger.bench.load.Shot;
import java.io.PrintStream;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What all parts of the measurement work with, and everything that was acknowledged so far.
///
/// @param out for results
/// @param acknowledged ids by the name of the system
record Session(
    LoadOptions options,
    Stage stage,
    Writers timeledger,
    Writers crud,
    Writers bridge,
    RawKafka kafka,
    Connection database,
    Progress progress,
    PrintStream out,
    Map<String, List<String>> acknowledged) {

  Session(
      LoadOptions options,
      Stage stage,
      Writers timeledger,
      Writers crud,
      Writers bridge,
      RawKafka kafka,
      Connection database,
      Progress progress,
      PrintStream out) {
    this(options, stage, timeledger, crud, bridge, kafka, database, progress, out, new HashMap<>());
  }

  Duration time() {
    return Duration.ofSeconds(options.seconds());
  }

  List<Contestant> contestants() {
    return List.of(timeledger, crud, bridge, kafka);
  }

  Round open(Contestant contestant, int rate, Duration time, Shot shot) {
    Arrivals arrivals = options.poisson() ? Arrivals.poisson(rate, rate) : Arrivals.even(rate);
    return kept(contestant, new Generator(progress::tick).open(arrivals, time, shot));
  }

  Round closed(Contestant contestant, int clients, Duration time, Shot shot) {
    return kept(contestant, new Generator(progress::tick).closed(clients, time, shot));
  }

  private Round kept(Contestant contestant, Round round) {
    acknowledged.computeIfAbsent(contestant.name(), _ -> new ArrayList<>()).addAll(round.ids());
    return round;
  }
}
