package io.timeledger.streams.projector.kafka;

import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.PlatformProperties;
import io.timeledger.streams.projector.postgres.ActivityTables;
import io.timeledger.streams.projector.postgres.AdvisoryLock;
import io.timeledger.streams.projector.postgres.PrivateTables;
import io.timeledger.streams.projector.postgres.ProjectionWriter;
import io.timeledger.streams.projector.postgres.Projections;
import java.util.Set;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/// Builds the read models anew from the log, beside the live ones, and switches to them in one
/// short transaction. Readers see the old ones until then; a running projector goes on with the new
/// ones by itself. Works from nothing too, after schemas were dropped. One that was interrupted
/// leaves a schema behind, which the next one removes.
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

  /// Told how it goes, from one thread.
  public interface ProgressListener {
    /// A new projection is being filled.
    void started(int projection, long events);

    /// So many events more.
    void applied(int events);

    /// All that was there is filled in; indexes come next.
    void filled();

    /// Readers hold the views; trying again.
    void waitingForReaders();

    /// The new projection is what is read.
    void live(int projection);
  }

  /// @throws IllegalStateException when another rebuild is at work
  public void run(ProgressListener listener) {
    try (var _ =
        AdvisoryLock.tryAcquire(database, AdvisoryLock.Purpose.REBUILD)
            .orElseThrow(() -> new IllegalStateException("another rebuild is at work"))) {
      int number = projections.createNext();
      try (CatchUp events =
          new CatchUp(
              platform,
              Set.of(Topic.EVENTS),
              new EventsApplier(ProjectionWriter.of(database, number)))) {
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

  /// What outlives a rebuild is there already, unless its schema was dropped.
  private void catchUpBesideTheProjection() {
    try (CatchUp topics =
        new CatchUp(
            platform, PrivateApplier.TOPICS, new PrivateApplier(new PrivateTables(database)))) {
      topics.toEnd(_ -> {});
    }
    try (CatchUp activities =
        new CatchUp(
            platform, ActivityApplier.TOPICS, new ActivityApplier(new ActivityTables(database)))) {
      activities.toEnd(_ -> {});
    }
  }
}
