package io.timeledger.bench.compare;

import io.timeledger.bench.BenchProgress;
import io.timeledger.bench.load.Arrivals;
import io.timeledger.bench.load.Generator;
import io.timeledger.bench.load.LoadRequest;
import io.timeledger.bench.load.LoadRound;
import java.io.PrintStream;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The context of all measurements, and all acknowledged writes so far.
///
/// @param out for results
/// @param acknowledged ids by the name of the system
record BenchSession(
    LoadOptions options,
    BenchCluster stage,
    Writers timeledger,
    Writers crud,
    Writers bridge,
    RawKafka kafka,
    Connection database,
    BenchProgress progress,
    PrintStream out,
    Map<String, List<String>> acknowledged) {

  BenchSession(
      LoadOptions options,
      BenchCluster stage,
      Writers timeledger,
      Writers crud,
      Writers bridge,
      RawKafka kafka,
      Connection database,
      BenchProgress progress,
      PrintStream out) {
    this(options, stage, timeledger, crud, bridge, kafka, database, progress, out, new HashMap<>());
  }

  Duration time() {
    return Duration.ofSeconds(options.seconds);
  }

  List<SystemUnderTest> contestants() {
    return List.of(timeledger, crud, bridge, kafka);
  }

  LoadRound open(SystemUnderTest system, int rate, Duration time, LoadRequest request) {
    Arrivals arrivals = options.poisson ? Arrivals.poisson(rate, rate) : Arrivals.even(rate);
    return kept(system, new Generator(progress::tick).open(arrivals, time, request));
  }

  LoadRound closed(SystemUnderTest system, int clients, Duration time, LoadRequest request) {
    return kept(system, new Generator(progress::tick).closed(clients, time, request));
  }

  private LoadRound kept(SystemUnderTest system, LoadRound round) {
    acknowledged.computeIfAbsent(system.name(), _ -> new ArrayList<>()).addAll(round.ids());
    return round;
  }
}
