package io.timeledger.calendar.lane;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.timeledger.schemas.resource.ConnectionStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Metrics of the lanes as of the last refresh. Thread-safe.
public final class LaneMetrics implements MeterBinder {
  private static final Duration LATE = Duration.ofSeconds(60);

  private final LaneQueue queue;
  private volatile LaneBacklog backlog = LaneBacklog.NONE;

  public LaneMetrics(LaneQueue queue) {
    this.queue = queue;
  }

  /// Refreshes the metrics.
  public void look() {
    backlog = queue.backlog();
  }

  /// Whether, at the last refresh, no lane had waited for a minute or longer.
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
        .description("Age of the oldest due lane that is not on hold or leased")
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
        .description("Connections without a successful round for a day")
        .register(registry);
  }
}
