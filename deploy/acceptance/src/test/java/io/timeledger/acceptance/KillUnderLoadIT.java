package io.timeledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.acceptance.Api.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// An acknowledged write survives the death of everything, once.
class KillUnderLoadIT {
  private static final int KILLS = 1;
  private static final int CLIENTS = 16;

  @Test
  void keepsEveryAcknowledgedWriteOnce(@TempDir Path data) throws Exception {
    Map<String, String> acknowledged = new HashMap<>();
    Map<String, String> unanswered = new HashMap<>();
    try (Platform platform = Platform.start(data)) {
      // Each round sends the keys and bodies of the one before again, and then new ones.
      for (int kill = 0; kill < KILLS; kill++) {
        Load load = new Load(platform.admin(), CLIENTS);
        load.awaitAcknowledged(300);
        platform.kill();
        load.end();
        int round = kill;
        load.acknowledged.forEach((key, id) -> acknowledged.put(round + key, id));
        platform.startAgain();
        for (Map.Entry<String, String> open : load.unanswered.entrySet()) {
          Answer answer =
              platform
                  .admin()
                  .postUntilDecided("/api/v1/time-entries", open.getValue(), open.getKey());
          assertThat(answer.status()).isIn(200, 201);
          unanswered.put(kill + open.getKey(), answer.data().path("id").asString());
        }
      }
      checkEntries(platform, acknowledged, unanswered);
      checkAudit(platform);
      checkRollups(platform);
    }
  }

  private static void checkEntries(
      Platform platform, Map<String, String> acknowledged, Map<String, String> retried)
      throws Exception {
    List<JsonNode> entries = platform.admin().all("/api/v1/time-entries");
    List<String> ids = entries.stream().map(entry -> entry.path("id").asString()).toList();
    List<String> externalIds =
        entries.stream().map(entry -> entry.path("external_id").asString()).toList();

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(externalIds).doesNotHaveDuplicates();
    assertThat(ids).containsAll(acknowledged.values());
    assertThat(ids).containsAll(retried.values());
  }

  private static void checkAudit(Platform platform) throws Exception {
    Answer verified = platform.admin().get("/api/v1/audit/verify");

    assertThat(verified.status()).isEqualTo(200);
    assertThat(verified.data().path("verified").asBoolean()).as("%s", verified.body()).isTrue();
  }

  private static void checkRollups(Platform platform) throws Exception {
    try (Connection connection = platform.sql();
        Statement sql = connection.createStatement();
        ResultSet totals =
            sql.executeQuery(
                """
                select
                  (select sum(total_seconds) from read.rollup where dimension = 'workspace'),
                  (select sum(rounded_seconds) from read.time_entry
                    where deleted_at is null and status <> 'running')
                """)) {
      assertThat(totals.next()).isTrue();
      assertThat(totals.getLong(1)).isPositive().isEqualTo(totals.getLong(2));
    }
  }
}
