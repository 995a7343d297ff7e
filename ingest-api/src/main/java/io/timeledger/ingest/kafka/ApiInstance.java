package io.timeledger.ingest.kafka;

import java.util.UUID;
import org.springframework.stereotype.Component;

/// The process id for routing replies; new at every start.
@Component
final class ApiInstance {
  private final String name = "api_" + UUID.randomUUID();

  String name() {
    return name;
  }
}
