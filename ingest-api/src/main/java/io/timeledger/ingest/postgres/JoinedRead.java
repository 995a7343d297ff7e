package io.timeledger.ingest.postgres;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;

/// Reads joins of two topics that are not applied at the same moment. A read that finds a row with
/// one part missing is repeated, within a bound, so that no response joins the new part of one
/// topic with the old part of the other.
final class JoinedRead {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Field<Boolean> behind;
  private final AtomicBoolean seen = new AtomicBoolean();

  private JoinedRead(Field<Boolean> behind) {
    this.behind = behind;
  }

  /// @param behind the column that marks an incomplete row
  /// @param read passes each row to its argument
  static <T> T await(Field<Boolean> behind, Function<JoinedRead, T> read) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JoinedRead joined = new JoinedRead(behind);
      T answer = read.apply(joined);
      if (!joined.seen.get() || System.nanoTime() >= deadline || !pause()) {
        return answer;
      }
    }
  }

  /// Checks a row of the result.
  <R extends Record> R of(R row) {
    if (Boolean.TRUE.equals(row.get(behind))) {
      seen.set(true);
    }
    return row;
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
