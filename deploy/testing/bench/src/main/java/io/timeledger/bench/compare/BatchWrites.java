package io.timeledger.bench.compare;

import io.timeledger.bench.Table;
import io.timeledger.bench.load.LoadRound;
import java.util.ArrayList;
import java.util.List;

/// Maximum throughput of batch writes. The projector runs concurrently; its lag at the end, and the
/// time until it has caught up, are part of the result.
final class BatchWrites {
  private static final List<Integer> ITEMS = List.of(100, 500);
  private static final int CLIENTS = 8;
  private final BenchSession session;
  private final Projected projected;
  private final CpuShares shares;

  /// @param rate entries per second until the last was acknowledged
  /// @param visible entries per second until the last was in the read models
  /// @param behind events that were not in the read models at the end of the writes
  private record Turn(double rate, double visible, double behind, double cpu, double failed) {}

  BatchWrites(BenchSession session) {
    this.session = session;
    this.projected = new Projected(session.database());
    this.shares = new CpuShares(session.stage().timeledgerMembers());
  }

  void run() throws Exception {
    Table table =
        new Table(
            "Batches, " + CLIENTS + " clients that wait for their answers",
            "system",
            "entries per request",
            "entries per s",
            "of raw Kafka",
            "per s until visible",
            "events behind at the end",
            "CPU ms per entry",
            "failed");
    for (int items : ITEMS) {
      List<Turn> ours = new ArrayList<>();
      List<Turn> theirs = new ArrayList<>();
      List<Double> raw = new ArrayList<>();
      for (int turn = 1; turn <= session.options().turns; turn++) {
        session
            .progress()
            .of(
                "batches of " + items + ", turn " + turn,
                () ->
                    ours.add(ours(items))
                        && theirs.add(theirs(items))
                        && raw.add(session.kafka().throughput(session.time().dividedBy(2))));
      }
      row(table, session.timeledger().name(), items, ours, raw);
      row(table, session.crud().name(), items, theirs, raw);
      table.row(
          session.kafka().name(),
          RawKafka.RECORD_BYTES + " bytes each",
          spread(raw).text("%,.0f"),
          "",
          "",
          "",
          "",
          "");
    }
    table.print(session.out());
    session.out().println("\nCPU time of Timeledger, by process: " + shares);
  }

  private static void row(Table table, String name, int items, List<Turn> turns, List<Double> raw) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      ratios.add(turns.get(i).rate() / raw.get(i));
    }
    table.row(
        name,
        items,
        spread(turns.stream().map(Turn::rate).toList()).text("%,.0f"),
        spread(ratios).text("%.3f"),
        spread(turns.stream().map(Turn::visible).toList()).text("%,.0f"),
        spread(turns.stream().map(Turn::behind).toList()).text("%,.0f"),
        spread(turns.stream().map(Turn::cpu).toList()).text("%.3f"),
        Math.round(turns.stream().mapToDouble(Turn::failed).sum()));
  }

  private static Spread spread(List<Double> values) {
    return Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private Turn ours(int items) throws Exception {
    Writers writers = session.timeledger();
    projected.awaitRest();
    long start = System.nanoTime();
    Cpu cpu = Cpu.of(writers::processes);
    Runnable measured = shares.measure();
    LoadRound round = session.closed(writers, CLIENTS, session.time(), writers.batch(items));
    long atTheEnd = projected.events();
    long events = projected.awaitRest();
    measured.run();
    long entries = round.ids().size();
    // minus the second of rest
    double visible = entries / ((System.nanoTime() - start) / 1e9 - 1);
    return new Turn(
        entries / (round.time().toNanos() / 1e9),
        visible,
        events - atTheEnd,
        cpu.millis() / entries,
        round.failed());
  }

  private Turn theirs(int items) {
    Writers writers = session.crud();
    Cpu cpu = Cpu.of(writers::processes);
    LoadRound round = session.closed(writers, CLIENTS, session.time(), writers.batch(items));
    double rate = round.ids().size() / (round.time().toNanos() / 1e9);
    return new Turn(rate, rate, 0, cpu.millis() / round.ids().size(), round.failed());
  }
}
