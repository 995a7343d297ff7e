package io.timeledger.bench.compare;

import io.timeledger.bench.Table;
import io.timeledger.bench.load.LoadRequest;
import io.timeledger.bench.load.LoadRound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Single entries at fixed rates: latency from a request's due time to its answer.
final class SingleWrites {
  private static final List<Integer> RATES = List.of(100, 500, 1_000);
  private static final int CLIENTS = 128;
  private final BenchSession session;
  private final CpuShares shares;

  /// A system at a rate.
  private record Cell(int rate, SystemUnderTest contestant) {}

  SingleWrites(BenchSession session) {
    this.session = session;
    this.shares = new CpuShares(session.stage().timeledgerMembers());
  }

  void atRates() throws Exception {
    Map<Cell, List<Sample>> samples = new LinkedHashMap<>();
    for (int turn = 1; turn <= session.options().turns; turn++) {
      int now = turn;
      session
          .progress()
          .of(
              "single writes, turn " + turn,
              () -> {
                for (int rate : RATES) {
                  for (SystemUnderTest contestant : session.contestants()) {
                    new Projected(session.database()).awaitRest();
                    samples
                        .computeIfAbsent(new Cell(rate, contestant), _ -> new ArrayList<>())
                        .add(at(rate, contestant));
                  }
                }
                return now;
              });
    }
    Table table =
        new Table(
            "Single writes at a fixed rate: milliseconds from when a request was due",
            "per s",
            "system",
            "an answer means",
            "p50",
            "p99",
            "CPU ms per request",
            "failed");
    samples.forEach(
        (cell, all) ->
            table.row(
                cell.rate(),
                cell.contestant().name(),
                cell.contestant().meaning(),
                Spread.of(all, Sample::p50).text("%.1f"),
                Spread.of(all, Sample::p99).text("%.1f"),
                Spread.of(all, Sample::cpu).text("%.2f"),
                all.stream().mapToLong(Sample::failed).sum()));
    table.print(session.out());
  }

  void atSaturation() throws Exception {
    List<Sample> ours = new ArrayList<>();
    List<Sample> theirs = new ArrayList<>();
    List<Sample> bridged = new ArrayList<>();
    for (int turn = 1; turn <= session.options().turns; turn++) {
      session
          .progress()
          .of(
              "saturation, turn " + turn,
              () -> {
                new Projected(session.database()).awaitRest();
                return ours.add(shared(session.timeledger()))
                    && theirs.add(full(session.crud()))
                    && bridged.add(full(session.bridge()));
              });
    }
    Table table =
        new Table(
            "As many single writes as go, " + CLIENTS + " clients that wait for their answers",
            "system",
            "writes per s",
            "p50 ms",
            "p99 ms",
            "CPU ms per request",
            "failed");
    row(table, session.timeledger(), ours);
    row(table, session.crud(), theirs);
    row(table, session.bridge(), bridged);
    table.row(
        "Timeledger to " + session.crud().name(),
        Spread.ofRatios(ours, theirs, Sample::rate).text("%.2f"),
        Spread.ofRatios(ours, theirs, Sample::p50).text("%.2f"),
        Spread.ofRatios(ours, theirs, Sample::p99).text("%.2f"),
        Spread.ofRatios(ours, theirs, Sample::cpu).text("%.2f"),
        "");
    table.print(session.out());
    session.out().println("\nCPU time of Timeledger, by process: " + shares);
  }

  private static void row(Table table, SystemUnderTest contestant, List<Sample> samples) {
    table.row(
        contestant.name(),
        Spread.of(samples, Sample::rate).text("%,.0f"),
        Spread.of(samples, Sample::p50).text("%.1f"),
        Spread.of(samples, Sample::p99).text("%.1f"),
        Spread.of(samples, Sample::cpu).text("%.2f"),
        samples.stream().mapToLong(Sample::failed).sum());
  }

  private Sample at(int rate, SystemUnderTest contestant) {
    LoadRequest request = contestant.single();
    Cpu cpu = Cpu.of(contestant::processes);
    LoadRound round = session.open(contestant, rate, session.time(), request);
    return Sample.of(round, cpu.millis());
  }

  private Sample shared(SystemUnderTest contestant) {
    Runnable measured = shares.measure();
    Sample sample = full(contestant);
    measured.run();
    return sample;
  }

  private Sample full(SystemUnderTest contestant) {
    Cpu cpu = Cpu.of(contestant::processes);
    Duration time = session.time();
    LoadRound round = session.closed(contestant, CLIENTS, time, contestant.single());
    return Sample.of(round, cpu.millis());
  }
}
