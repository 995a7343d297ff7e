package io.timeledger.calendar.lane;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.timeledger.schemas.resource.ConnectionStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Figures of the lanes as of the last look. Thread-safe.
public final class LaneMetrics implements MeterBinder {
  private static final Duration LATE = Duration.ofSeconds(60);

  private final LaneQueue queue;
  private volatile LaneBacklog backlog = LaneBacklog.NONE;

  public LaneMetrics(LaneQueue queue) {
    this.queue = queue;
  }

  /// Looks now.
  public void look() {
    backlog = queue.backlog();
  }

  /// Whether nothing had been due for a minute at the last look, but what is held.
  public boolean isOnTime() {
    return backlog.oldestDue().compareTo(LATE) < 0;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    TimeGauge.builder(
            "timeledger.calendar.oldest.due",
            this,
            TimeUnit.MILLISECONDS,
            metrics -> metrics.backlog.oldestDue().toMillis())
        .description("For how long the account that waits longest for a round has been due")
        .register(registry);
    for (ConnectionStatus status : ConnectionStatus.values()) {
      String name = status.name().toLowerCase(Locale.ROOT);
      Gauge.builder(
              "timeledger.calendar.connections",
              this,
              metrics -> metrics.backlog.connections().getOrDefault(name, 0))
          .description("Connections by status")
          .tag("status", name)
          .register(registry);
    }
    Gauge.builder("timeledger.calendar.stale", this, metrics -> metrics.backlog.stale())
        .description("Connections that no round has ended well of for a day")
        .register(registry);
  }
}
