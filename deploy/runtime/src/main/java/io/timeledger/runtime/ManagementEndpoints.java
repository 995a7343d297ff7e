package io.timeledger.runtime;

import java.util.HashMap;
import java.util.Map;

/// `/health/live`, `/health/ready` and `/metrics` (Prometheus), and no other endpoint: none that
/// shows settings, the environment or memory. They are served on a separate port, on the loopback
/// address unless `management.server.address` is set.
public final class ManagementEndpoints {
  private static final Map<String, Object> COMMON =
      Map.ofEntries(
          Map.entry("management.server.address", "127.0.0.1"),
          Map.entry("management.endpoints.access.default", "none"),
          Map.entry("management.endpoint.health.access", "read-only"),
          Map.entry("management.endpoint.prometheus.access", "read-only"),
          Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
          Map.entry("management.endpoints.web.base-path", "/"),
          Map.entry("management.endpoints.web.path-mapping.prometheus", "metrics"),
          Map.entry("management.endpoints.web.discovery.enabled", "false"),
          Map.entry("logging.pattern.correlation", "[%X{trace_id:-}] "),
          Map.entry("management.observations.enable.spring.security", "false"),
          // at info, Kafka logs all its settings at every start
          Map.entry("logging.level.org.apache.kafka", "warn"),
          Map.entry("management.health.defaults.enabled", "false"),
          Map.entry("management.health.ping.enabled", "true"),
          Map.entry("management.health.readinessstate.enabled", "true"),
          Map.entry("management.endpoint.health.show-components", "always"),
          // not Spring's liveness state, which reports broken until startup has finished
          Map.entry("management.endpoint.health.group.live.include", "ping"),
          Map.entry("management.endpoint.health.group.ready.include", "readinessState,serving"));

  private ManagementEndpoints() {}

  /// Default settings of a service that runs alone. It must have a health indicator named
  /// `serving`, which reports readiness.
  public static Map<String, Object> at(int port) {
    return with(port);
  }

  /// Default settings of a service beside others in one process: meters without endpoints.
  public static Map<String, Object> absent() {
    return with(-1);
  }

  private static Map<String, Object> with(int port) {
    Map<String, Object> settings = new HashMap<>(COMMON);
    settings.put("management.server.port", port);
    return settings;
  }
}
