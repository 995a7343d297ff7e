package io.timeledger.streams.projector.kafka;

import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.PlatformProperties;
import io.timeledger.streams.projector.postgres.ProjectionWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/// Fills a projection from the log with several hands, each with partitions of its own: while one
/// reads and folds, PostgreSQL writes for another. No row is of two partitions.
final class Filling implements AutoCloseable {
  private static final int HANDS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final List<CatchUp> shares = new ArrayList<>();

  Filling(PlatformProperties platform, DataSource database, int number) {
    int hands = Math.min(HANDS, platform.partitions());
    for (int hand = 0; hand < hands; hand++) {
      int own = hand;
      shares.add(
          new CatchUp(
              platform,
              Set.of(Topic.EVENTS),
              partition -> partition % hands == own,
              new EventsApplier(ProjectionWriter.of(database, number))));
    }
  }

  /// How many offsets are ahead, about.
  long remaining() {
    return shares.stream().mapToLong(CatchUp::remaining).sum();
  }

  /// Applies everything that is committed at this moment, and perhaps more. When one hand fails,
  /// the others stop.
  ///
  /// @param progress is told how many records were just applied, by one thread at a time
  void toEnd(IntConsumer progress) {
    try (ExecutorService threads = Executors.newFixedThreadPool(shares.size())) {
      CompletionService<Void> done = new ExecutorCompletionService<>(threads);
      shares.forEach(
          share -> done.submit(() -> share.toEnd(applied -> tell(progress, applied)), null));
      try {
        for (int i = 0; i < shares.size(); i++) {
          done.take().get();
        }
      } catch (ExecutionException e) {
        threads.shutdownNow();
        throw new IllegalStateException("filling failed", e.getCause());
      } catch (InterruptedException e) {
        threads.shutdownNow();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("filling was interrupted", e);
      }
    }
  }

  private synchronized void tell(IntConsumer progress, int applied) {
    progress.accept(applied);
  }

  @Override
  public void close() {
    shares.forEach(CatchUp::close);
  }
}
