package io.timeledger.ingest.web.health;

import java.util.Map;

/// A condition that must hold before the service can answer correctly.
public interface ReadinessCondition {
  Map<String, Boolean> checks();
}
