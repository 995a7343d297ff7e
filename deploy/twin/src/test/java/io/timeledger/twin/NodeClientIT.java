package io.timeledger.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Google's client for Node.js goes the whole way: consent, pages, changes, 410, refresh, revoke.
class NodeClientIT {
  private static final Instant NOW = Instant.parse("2026-03-04T07:00:00Z");

  @Test
  void readsChangesLosesItsTokenAndRevokes() throws Exception {
    try (ProviderTwin twin = ProviderTwin.start(TwinSetup.seeded(0).at(InstantSource.fixed(NOW)))) {
      JsonNode said =
          JsonMapper.shared()
              .readTree(NodeProgram.run("calendar.mjs", Map.of("TWIN", twin.url().toString())));

      assertThat(said.path("items").asInt()).isEqualTo(27);
      assertThat(said.path("pages").asInt()).isEqualTo(14);
      assertThat(said.path("changed")).singleElement().hasToString("\"Daily standup\"");
      assertThat(said.path("dead").asString()).isEqualTo("410");
      assertThat(said.path("refreshed").asInt()).isEqualTo(27);
      assertThat(said.path("revoked").asString()).isEqualTo("400");
    }
  }
}
