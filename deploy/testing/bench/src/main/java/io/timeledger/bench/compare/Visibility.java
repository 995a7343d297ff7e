package io.timeledger.bench.compare;

import io.timeledger.bench.Table;
import io.timeledger.bench.load.LoadResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// The time from a write's acknowledgement until it counts in the rollups. Polls the rollups every
/// few milliseconds.
final class Visibility {
  private static final int RATE = 1_000;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
  private final BenchSession session;
  private final Projected projected;
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final List<Seen> seen = new ArrayList<>();

  private record Acknowledged(String workspace, long sequence, long at) {}

  private record Seen(Map<String, Long> sequences, long at) {
    boolean shows(Acknowledged write) {
      return sequences.getOrDefault(write.workspace(), 0L) >= write.sequence();
    }
  }

  Visibility(BenchSession session) {
    this.session = session;
    this.projected = new Projected(session.database());
  }

  void run() throws Exception {
    Histogram micros = session.progress().of("from acknowledgement to rollups", this::measure);
    Table table =
        new Table(
            "From acknowledgement to rollups in Postgres, at 1,000 writes per s: milliseconds",
            "p50",
            "p90",
            "p99",
            "longest",
            "writes");
    table.row(
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(90) / 1e3,
        micros.getValueAtPercentile(99) / 1e3,
        micros.getMaxValue() / 1e3,
        micros.getTotalCount());
    table.print(session.out());
  }

  private Histogram measure() throws Exception {
    Duration time = session.time().multipliedBy(session.options().turns);
    Thread load =
        Thread.ofPlatform()
            .start(() -> session.open(session.timeledger(), RATE, time, _ -> write()));
    do {
      seen.add(new Seen(projected.sequences(), System.nanoTime()));
      LockSupport.parkNanos(PAUSE);
    } while (load.isAlive() || !acknowledged.stream().allMatch(seen.getLast()::shows));
    return delays();
  }

  private LoadResponse write() throws Exception {
    Writers.Written written = session.timeledger().write();
    if (!written.isCreated()) {
      return LoadResponse.REFUSED;
    }
    String token = written.response().headers().firstValue("X-Consistency-Token").orElseThrow();
    acknowledged.add(
        new Acknowledged(written.account().workspace(), Long.parseLong(token), System.nanoTime()));
    return LoadResponse.of(List.of(written.id()));
  }

  private Histogram delays() {
    Histogram micros = new Histogram(3);
    List<Acknowledged> writes = new ArrayList<>(acknowledged);
    for (Acknowledged write : writes) {
      micros.recordValue(Math.max(0, (firstShowing(write) - write.at()) / 1_000));
    }
    return micros;
  }

  /// The visible sequence never decreases.
  private long firstShowing(Acknowledged write) {
    int low = 0;
    int high = seen.size() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (seen.get(middle).shows(write)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return seen.get(low).at();
  }
}
