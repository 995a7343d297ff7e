package io.timeledger.webhooks.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Metrics of the queue as of the last refresh. Thread-safe.
public final class QueueMetrics implements MeterBinder {
  private static final Duration LATE = Duration.ofSeconds(5);

  private final DeliveryQueue queue;
  private final Slots slots;
  private volatile Backlog backlog = Backlog.NONE;

  public QueueMetrics(DeliveryQueue queue, Slots slots) {
    this.queue = queue;
    this.slots = slots;
  }

  /// Looks now.
  public void look() {
    backlog = queue.backlog(slots.fullHosts());
  }

  /// Whether nothing had been due for five seconds at the last look. What waits for a host that
  /// already gets as many calls as it may does not count: it would wait with any dispatcher.
  public boolean isOnTime() {
    return backlog.oldestDue().compareTo(LATE) < 0;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    TimeGauge.builder(
            "timeledger.webhooks.oldest.due",
            this,
            TimeUnit.MILLISECONDS,
            metrics -> metrics.backlog.oldestDue().toMillis())
        .description("How long the oldest due delivery has been due")
        .register(registry);
    Gauge.builder("timeledger.webhooks.lanes.held", this, metrics -> metrics.backlog.heldLanes())
        .description("Endpoints on hold until a set time or until their secret arrives")
        .register(registry);
    Gauge.builder("timeledger.webhooks.in.flight", slots, Slots::firstInUse)
        .description("Calls in progress on this instance")
        .tag("attempt", "first")
        .register(registry);
    Gauge.builder("timeledger.webhooks.in.flight", slots, Slots::retriesInUse)
        .description("Calls in progress on this instance")
        .tag("attempt", "retry")
        .register(registry);
  }
}
