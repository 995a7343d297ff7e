package io.timeledger.streams.projector.kafka;

import io.timeledger.runtime.kafka.BatchApplier;
import io.timeledger.runtime.kafka.CatchUp;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.kafka.BatchConsumers;
import io.timeledger.streams.platform.PlatformProperties;
import io.timeledger.streams.projector.postgres.ActivityTables;
import io.timeledger.streams.projector.postgres.AdvisoryLock;
import io.timeledger.streams.projector.postgres.PrivateTables;
import io.timeledger.streams.projector.postgres.ProjectionWriter;
import io.timeledger.streams.projector.postgres.Projections;
import java.util.Set;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/// Rebuilds the read models from the log beside the live ones, and switches to them in one short
/// transaction. Readers see the old ones until then; a running projector switches by itself. Also
/// works from nothing, after schemas were dropped. An interrupted rebuild leaves a schema behind,
/// which the next one removes.
public final class Rebuild {
  private static final int CLOSE = 1000;

  private final PlatformProperties platform;
  private final DataSource database;
  private final Projections projections;

  public Rebuild(PlatformProperties platform, DataSource database) {
    this.platform = platform;
    this.database = database;
    this.projections = new Projections(database);
  }

  /// Receives progress, from one thread.
  public interface ProgressListener {
    /// Filling of a new projection has started.
    void started(int projection, long events);

    /// Receives the number of events just applied.
    void applied(int events);

    /// All events are applied; indexes come next.
    void filled();

    /// Readers hold locks on the views; retrying.
    void waitingForReaders();

    /// Readers now see the new projection.
    void live(int projection);
  }

  /// @throws IllegalStateException when another rebuild is running
  public void run(ProgressListener listener) {
    try (AdvisoryLock _ =
        AdvisoryLock.tryAcquire(database, AdvisoryLock.Purpose.REBUILD)
            .orElseThrow(() -> new IllegalStateException("another rebuild is at work"))) {
      int number = projections.createNext();
      try (CatchUp events =
          catchUp(Set.of(Topic.EVENTS), new EventsApplier(ProjectionWriter.of(database, number)))) {
        listener.started(number, events.remaining());
        fill(events, number, listener);
        catchUpBesideTheProjection();
        while (!projections.tryMakeLive(number, () -> events.toEnd(listener::applied))) {
          listener.waitingForReaders();
          events.toEnd(listener::applied);
        }
      }
      listener.live(number);
      projections.dropAllBut(number);
    }
  }

  private void fill(CatchUp events, int number, ProgressListener listener) {
    IntConsumer applied = listener::applied;
    events.toEnd(applied);
    listener.filled();
    projections.index(number);
    do {
      events.toEnd(applied);
    } while (events.remaining() > CLOSE);
  }

  /// Tables that survive a rebuild exist already, unless their schema was dropped.
  private void catchUpBesideTheProjection() {
    try (CatchUp topics =
        catchUp(PrivateApplier.TOPICS, new PrivateApplier(new PrivateTables(database)))) {
      topics.toEnd(_ -> {});
    }
    try (CatchUp activities =
        catchUp(ActivityApplier.TOPICS, new ActivityApplier(new ActivityTables(database)))) {
      activities.toEnd(_ -> {});
    }
  }

  private CatchUp catchUp(Set<Topic> topics, BatchApplier applier) {
    return new CatchUp(
        BatchConsumers.reader(platform.kafkaClients(), "timeledger-catch-up-" + topics.hashCode()),
        topics,
        applier);
  }
}
