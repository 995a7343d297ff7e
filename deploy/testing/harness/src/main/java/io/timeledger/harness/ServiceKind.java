package io.timeledger.harness;

import java.util.Locale;

/// A service of the platform.
public enum ServiceKind {
  STREAMS_PROCESSOR(224, "/health/ready"),
  INGEST_API(160, "/health/ready"),
  /// Counts as ready once it is alive: a backlog of deliveries is no reason to wait for it.
  WEBHOOK_DISPATCHER(128, "/health/live"),
  /// Counts as ready once it is alive: a provider that hangs is no reason to wait for it.
  CALENDAR_CONNECTOR(128, "/health/live");

  private final int heapMegabytes;
  private final String probe;

  ServiceKind(int heapMegabytes, String probe) {
    this.heapMegabytes = heapMegabytes;
    this.probe = probe;
  }

  /// Enough for the load of a test.
  int heapMegabytes() {
    return heapMegabytes;
  }

  /// The path of its management port that answers 200 once the cluster counts it as ready.
  String probe() {
    return probe;
  }

  /// Its name, as `ingest-api`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
