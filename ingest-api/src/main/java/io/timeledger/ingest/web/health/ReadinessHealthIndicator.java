package io.timeledger.ingest.web.health;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// The state of `/health/ready`, for the management port.
final class ReadinessHealthIndicator implements HealthIndicator {
  private final List<ReadinessCondition> conditions;

  ReadinessHealthIndicator(List<ReadinessCondition> conditions) {
    this.conditions = List.copyOf(conditions);
  }

  @Override
  public Health health() {
    boolean ready =
        conditions.stream().noneMatch(condition -> condition.checks().containsValue(false));
    return (ready ? Health.up() : Health.outOfService()).build();
  }
}
