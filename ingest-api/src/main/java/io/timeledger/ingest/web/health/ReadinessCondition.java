package io.timeledger.ingest.web.health;

import java.util.Map;

/// What must hold before requests can be answered rightly.
public interface ReadinessCondition {
  Map<String, Boolean> checks();
}
