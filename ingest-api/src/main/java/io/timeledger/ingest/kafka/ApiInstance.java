package io.timeledger.ingest.kafka;

import java.util.UUID;

/// The process id for routing replies; new at every start.
final class ApiInstance {
  private final String name = "api_" + UUID.randomUUID();

  String name() {
    return name;
  }
}
