package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccessIT {
  private static final Set<String> RATES = Set.of("cost_rate");
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();

  @Test
  void opensToNoTokenABadTokenAndARevokedToken() {
    ApiClient nobody = RunningPlatform.shared().client();
    Answer created = owner.post("/api/v1/tokens", "{\"name\": \"short\"}").requireStatus(201);
    String secret = created.data().required("secret").asString();
    String truncated = secret.substring(0, secret.length() - 1);
    assertThat(nobody.as(secret).get("/api/v1/me").status()).isEqualTo(200);

    owner.delete("/api/v1/tokens/" + created.data().required("id").asString()).requireStatus(200);

    for (ApiClient client :
        List.of(
            nobody,
            nobody.as(secret),
            nobody.as(truncated),
            nobody.as("tlp_x_y"),
            nobody.as("eyJhbGciOi"),
            nobody.as(RunningPlatform.OPERATOR_TOKEN))) {
      Answer refused = client.get("/api/v1/me");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.errorCode()).isEqualTo("unauthorized");
      assertThat(refused.header("WWW-Authenticate")).isPresent();
      assertThat(refused.header("X-Request-Id")).isPresent();
    }
  }

  @Test
  void refusesAnExpiredToken() {
    ApiClient expired =
        workspace.token("{\"name\": \"old\", \"expires_at\": \"2999-01-01T00:00:00Z\"}");
    assertThat(expired.get("/api/v1/me").status()).isEqualTo(200);

    Answer past =
        owner.post(
            "/api/v1/tokens", "{\"name\": \"old\", \"expires_at\": \"2020-01-01T00:00:00Z\"}");

    // Either the ledger does not make it, or it opens nothing.
    if (past.status() == 201) {
      assertThat(owner.as(past.data().required("secret").asString()).get("/api/v1/me").status())
          .isEqualTo(401);
    } else {
      assertThat(past.status()).isEqualTo(422);
    }
  }

  @Test
  void anotherWorkspaceDoesNotExist() {
    String id = entry(owner);
    ApiClient stranger = RunningPlatform.shared().newWorkspace().owner();

    for (Answer answer :
        List.of(
            stranger.get("/api/v1/time-entries/" + id),
            stranger.patch("/api/v1/time-entries/" + id, "{\"hours\": 2}"),
            stranger.delete("/api/v1/time-entries/" + id),
            stranger.get("/api/v1/time-entries/te_unknown"))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.errorCode()).isEqualTo("not_found");
    }
    assertThat(stranger.get("/api/v1/time-entries").data().size()).isZero();
    assertThat(owner.get("/api/v1/time-entries/" + id).status()).isEqualTo(200);
  }

  @Test
  void othersTimeDoesNotShowToAMember() {
    String id = entry(owner);
    ApiClient member = workspace.member("u_m", "member");
    String own = entry(member);

    assertThat(member.get("/api/v1/time-entries/" + id).status()).isEqualTo(404);
    JsonNode list = member.get("/api/v1/time-entries").data();
    assertThat(list.size()).isEqualTo(1);
    assertThat(list.get(0).required("id").asString()).isEqualTo(own);
    assertThat(member.get("/api/v1/time-entries?user_id=u_owner").data().size()).isZero();
    ApiClient manager = workspace.member("u_boss", "manager");
    assertThat(manager.get("/api/v1/time-entries/" + id).status()).isEqualTo(200);
  }

  @Test
  void costShowsToThoseWhoMayKnowRatesAlone() {
    owner
        .post(
            "/api/v1/time/rates",
            "{\"hourly_rate\": 100, \"cost_rate\": 40, \"effective_from\": \"2020-01-01\"}")
        .requireStatus(201);
    ApiClient member = workspace.member("u_m", "member");
    String id = entry(member);

    assertThat(owner.get("/api/v1/time-entries/" + id).data().propertyNames()).containsAll(RATES);
    assertThat(member.get("/api/v1/time-entries/" + id).data().propertyNames())
        .doesNotContainAnyElementsOf(RATES);
    member
        .get("/api/v1/changes?limit=500")
        .data()
        .forEach(
            event ->
                assertThat(event.path("data").propertyNames()).doesNotContainAnyElementsOf(RATES));
    assertThat(member.get("/api/v1/time/rates").status()).isEqualTo(403);
    assertThat(member.get("/api/v1/time/reports/summary").data().has("amounts")).isFalse();
  }

  @Test
  void aTokenHasAtMostItsScopes() {
    ApiClient reader = workspace.token("{\"name\": \"bi\", \"scopes\": [\"time:read:all\"]}");

    assertThat(reader.get("/api/v1/time-entries").status()).isEqualTo(200);
    Answer refused = reader.post("/api/v1/time-entries", "{}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().at("/error/message").asString()).contains("time:write");
    assertThat(reader.get("/api/v1/audit").status()).isEqualTo(403);
  }

  @Test
  void aTokenForOwnDataSeesNobodyElse() {
    ApiClient other = workspace.member("u_m", "member");
    String id = entry(other);
    ApiClient own = workspace.token("{\"name\": \"own\", \"own_data_only\": true}");

    assertThat(own.get("/api/v1/time-entries/" + id).status()).isEqualTo(404);
    assertThat(own.get("/api/v1/audit").status()).isEqualTo(403);
  }

  @Test
  void deniedAttemptsAreInTheAudit() {
    ApiClient member = workspace.member("u_m", "member");
    Answer denied = member.patch("/api/v1/time/settings", "{\"rounding_minutes\": 15}");

    assertThat(denied.status()).isEqualTo(403);
    assertThat(denied.header("X-Consistency-Token")).isEmpty();
    // A refusal has no consistency token: its record comes when it comes.
    String denials = "/api/v1/audit?action=settings.updated.denied";
    await().atMost(Duration.ofSeconds(10)).until(() -> owner.get(denials).data().size() == 1);
    JsonNode audit = owner.get(denials).data();
    assertThat(audit.get(0).required("user_id").asString()).isEqualTo("u_m");
    assertThat(owner.get("/api/v1/audit/verify").data().required("verified").asBoolean()).isTrue();
  }

  @Test
  void tellsWhenATokenWasLastUsed() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    owner.post("/api/v1/tokens", "{\"name\": \"unused\"}").requireStatus(201);
    ApiClient used = workspace.token("{\"name\": \"used\"}");
    used.get("/api/v1/me").requireStatus(200);

    await().atMost(Duration.ofSeconds(20)).until(() -> !lastUse("used").isNull());

    assertThat(Instant.parse(lastUse("used").asString())).isBetween(before, Instant.now());
    assertThat(lastUse("unused").isNull()).isTrue();
  }

  private JsonNode lastUse(String name) {
    return owner
        .get("/api/v1/tokens")
        .data()
        .valueStream()
        .filter(token -> token.required("name").asString().equals(name))
        .findFirst()
        .orElseThrow()
        .required("last_used_at");
  }

  @Test
  void aMemberWhoLeftIsNoMember() {
    ApiClient member = workspace.member("u_m", "member");
    owner.delete("/api/v1/members/u_m").requireStatus(200);

    assertThat(member.get("/api/v1/me").status()).isIn(401, 403);
  }

  @Test
  void aChangeOfRoleCountsForTheNextRequest() {
    ApiClient member = workspace.member("u_m", "member");
    assertThat(member.get("/api/v1/audit").status()).isEqualTo(403);

    owner.put("/api/v1/members/u_m", "{\"role\": \"admin\"}").requireStatus(200);

    assertThat(member.get("/api/v1/audit").status()).isEqualTo(200);
  }

  /// Once its writer sees it, everybody does who may.
  private static String entry(ApiClient client) {
    String id =
        client
            .post(
                "/api/v1/time-entries",
                "{\"log_date\": \"2026-04-29\", \"hours\": 1, \"billable\": true}")
            .requireStatus(201)
            .data()
            .required("id")
            .asString();
    client.get("/api/v1/time-entries/" + id).requireStatus(200);
    return id;
  }
}
