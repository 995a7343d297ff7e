package io.timeledger.ingest.kafka;

import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.web.health.ReadinessCondition;
import io.timeledger.runtime.kafka.request.RequestReply;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;

/// Ready once the instance can authenticate and will see replies. Postgres is not required: writes
/// work without it.
final class LogReadiness implements ReadinessCondition {
  private final Directory directory;
  private final RequestReply requests;

  LogReadiness(
      Directory directory, @Qualifier(RequestReplyConfiguration.TO_LEDGER) RequestReply requests) {
    this.directory = directory;
    this.requests = requests;
  }

  @Override
  public Map<String, Boolean> checks() {
    Map<String, Boolean> checks = new LinkedHashMap<>();
    checks.put("directory_caught_up", directory.isCaughtUp());
    checks.put("replies_positioned", requests.isPositioned());
    return checks;
  }
}
