package io.timeledger.ingest.suggestion;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Permission;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What to record again, and the tags that are in use.
@RestController
final class SuggestionController {
  private static final int TAG_DAYS = 400;

  private final Suggestions suggestions;
  private final InstantSource clock;

  SuggestionController(Suggestions suggestions, InstantSource clock) {
    this.suggestions = suggestions;
    this.clock = clock;
  }

  /// The caller's own, whatever else the caller may see.
  @FromReadModels
  @GetMapping("/api/v1/time/suggestions")
  ObjectNode work(Caller caller, @QueryParams SuggestionFilter filter) {
    ReadRights.require(caller, Permission.READ);
    return answer(suggestions.work(caller.workspaceId(), caller.userId(), filter));
  }

  @FromReadModels
  @GetMapping("/api/v1/tags")
  ObjectNode tags(Caller caller, @QueryParams SuggestionFilter filter) {
    LocalDate since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(TAG_DAYS);
    return answer(suggestions.tags(caller.workspaceId(), ReadRights.sight(caller), since, filter));
  }

  private static ObjectNode answer(List<ObjectNode> items) {
    ArrayNode data = Json.MAPPER.createArrayNode();
    data.addAll(items);
    return Envelope.data(data);
  }
}
