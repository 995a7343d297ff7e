package io.timeledger.ingest.kafka;

import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.web.health.ReadinessCondition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Ready once the instance can authenticate and will see replies. Postgres is not required: writes
/// work without it.
@Component
final class LogReadiness implements ReadinessCondition {
  private final Directory directory;
  private final ReplyReader replies;

  LogReadiness(Directory directory, ReplyReader replies) {
    this.directory = directory;
    this.replies = replies;
  }

  @Override
  public Map<String, Boolean> checks() {
    Map<String, Boolean> checks = new LinkedHashMap<>();
    checks.put("directory_caught_up", directory.isCaughtUp());
    checks.put("replies_positioned", replies.isCaughtUp());
    return checks;
  }
}
