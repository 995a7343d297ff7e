package io.timeledger.ingest.postgres;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;

/// Reads what two topics tell, which are not applied at the same moment: a read that finds rows of
/// which one part has not arrived yet is repeated, within a bound, so that no answer joins the new
/// of one with the old of the other.
final class JoinedRead {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Field<Boolean> behind;
  private final AtomicBoolean seen = new AtomicBoolean();

  private JoinedRead(Field<Boolean> behind) {
    this.behind = behind;
  }

  /// @param behind the column that says so
  /// @param read hands each row to what it is given
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

  /// Looks at a row of the answer.
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
