package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WorkspaceIT {
  private static final String PATH = "/api/v1/workspaces";
  private final RunningPlatform platform = RunningPlatform.shared();
  private final ApiClient operator = platform.client().as(RunningPlatform.OPERATOR_TOKEN);

  @Test
  void opensToTheOperatorAlone() {
    TestWorkspace workspace = platform.newWorkspace();
    String body = "{\"id\": \"ws_mine\", \"name\": \"Mine\", \"owner\": {\"id\": \"u_1\"}}";

    assertThat(platform.client().post(PATH, body).status()).isEqualTo(401);
    assertThat(workspace.owner().post(PATH, body).status()).isEqualTo(401);
    assertThat(operator.as(RunningPlatform.OPERATOR_TOKEN + "x").post(PATH, body).status())
        .isEqualTo(401);
  }

  @Test
  void isMadeOnce() {
    TestWorkspace workspace = platform.newWorkspace();

    Answer again =
        operator.post(
            PATH,
            "{\"id\": \"%s\", \"name\": \"Again\", \"owner\": {\"id\": \"u_1\"}}"
                .formatted(workspace.id()));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.errorCode()).isEqualTo("workspace_exists");
  }

  @Test
  void answersARepeatedRequestWithoutTheSecret() {
    String body =
        "{\"id\": \"ws_again_%d\", \"name\": \"A\", \"owner\": {\"id\": \"u_1\"}}"
            .formatted(System.nanoTime());
    JsonNode first = operator.post(PATH, body, "Idempotency-Key", "w").data();

    Answer second = operator.post(PATH, body, "Idempotency-Key", "w");

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.data().at("/token/id")).isEqualTo(first.at("/token/id"));
    assertThat(second.data().at("/token/secret").isNull()).isTrue();
  }

  @Test
  void namesWhatIsMissing() {
    Answer refused = operator.post(PATH, "{\"id\": \"ws_x\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/error/details").size()).isEqualTo(2);
  }
}
