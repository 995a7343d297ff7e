package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Projects, tasks, clients and members by their names, entries by their text, and what was worked
/// on before.
class FindingIT {
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();

  @Test
  void findsByBeginningsOfWordsOfNameAndId() {
    put("/api/v1/clients/c1", "{\"name\": \"Müller & Söhne\"}");
    put("/api/v1/projects/web-1", "{\"name\": \"Online Shop (neu)\"}");
    put("/api/v1/projects/p2", "{\"name\": \"Offline ÄRGER 100%\"}");
    put("/api/v1/tasks/t1", "{\"name\": \"Write copy\", \"project_id\": \"p2\"}");

    assertThat(ids("/api/v1/projects", "shop onl")).containsExactly("web-1");
    assertThat(ids("/api/v1/projects", "WEB")).containsExactly("web-1");
    assertThat(ids("/api/v1/projects", "ärg")).containsExactly("p2");
    assertThat(ids("/api/v1/projects", "line")).as("within a word").isEmpty();
    assertThat(ids("/api/v1/projects", "(neu")).containsExactly("web-1");
    assertThat(ids("/api/v1/projects", "100%")).containsExactly("p2");
    assertThat(ids("/api/v1/clients", "SÖHNE mül")).containsExactly("c1");
    assertThat(ids("/api/v1/tasks", "cop")).containsExactly("t1");
    assertThat(
            RunningPlatform.shared().newWorkspace().owner().get("/api/v1/projects?q=shop").data())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "[", "\\", "\\m", ".*", "a{9999999}", "$", "*", "^", "***=x", "'", "(?i)x"})
  void takesSearchesLiterally(String search) {
    put("/api/v1/projects/p1", "{\"name\": \"plain name\"}");

    assertThat(ids("/api/v1/projects", search)).isEmpty();
    assertThat(
            owner
                .get(
                    "/api/v1/projects?q="
                        + URLEncoder.encode("x".repeat(101), StandardCharsets.UTF_8))
                .errorCode())
        .isEqualTo("invalid_parameter");
  }

  @Test
  void membersAreFoundAndSortedByName() {
    put("/api/v1/members/u_1", "{\"name\": \"Zoe Adams\"}");
    put("/api/v1/members/u_2", "{\"name\": \"Bob Zimmer\"}");

    assertThat(ids("/api/v1/members", "zim")).containsExactly("u_2");
    assertThat(names(owner.get("/api/v1/members?sort=name").data(), "name"))
        .containsExactly("Bob Zimmer", "Olga", "Zoe Adams");
    JsonNode first = owner.get("/api/v1/members?sort=-name&limit=2").json();
    assertThat(names(first.required("data"), "name")).containsExactly("Zoe Adams", "Olga");
    assertThat(
            names(
                owner
                    .get(
                        "/api/v1/members?sort=-name&limit=2&cursor="
                            + first.at("/pagination/next_cursor").asString())
                    .data(),
                "name"))
        .containsExactly("Bob Zimmer");
  }

  @Test
  void findsEntriesByTheirText() {
    entry(owner, "Fix the 50% Checkout", "p", "[]");
    entry(owner, "Write docs", "p", "[]");

    assertThat(found("CHECK")).containsExactly("Fix the 50% Checkout");
    assertThat(found("50%25")).containsExactly("Fix the 50% Checkout");
    assertThat(found("5_")).isEmpty();
  }

  @Test
  void suggestsOwnWorkOnceTheLatestFirst() {
    put("/api/v1/projects/website", "{\"name\": \"Relaunch\"}");
    entry(owner, "Mail", "other", "[\"a\"]");
    entry(owner, "Design", "website", "[\"a\", \"b\"]");
    entry(owner, "Design", "website", "[\"a\", \"b\"]");
    ApiClient member = workspace.member("u_m", "member");
    entry(member, "Members only", "website", "[\"secret\"]");

    JsonNode all = owner.get("/api/v1/time/suggestions").data();
    assertThat(names(all, "description")).containsExactly("Design", "Mail");
    assertThat(all.get(0).required("entries").asInt()).isEqualTo(2);
    assertThat(all.get(0).required("project_id").asString()).isEqualTo("website");
    assertThat(all.get(0).required("last_used_on").asString()).isEqualTo(today.toString());
    assertThat(names(owner.get("/api/v1/time/suggestions?q=relau").data(), "description"))
        .containsExactly("Design");
    assertThat(owner.get("/api/v1/time/suggestions?limit=1").data()).hasSize(1);
    assertThat(names(member.get("/api/v1/time/suggestions").data(), "description"))
        .containsExactly("Members only");
  }

  @Test
  void countsTheTagsThatTheReaderSees() {
    entry(owner, "x", "p", "[\"design\", \"bug\"]");
    ApiClient member = workspace.member("u_m", "member");
    Answer last = entry(member, "y", "p", "[\"design\"]");

    JsonNode all =
        owner
            .get(
                "/api/v1/tags",
                "X-Consistency-Token",
                last.header("X-Consistency-Token").orElseThrow())
            .data();
    assertThat(names(all, "tag")).containsExactly("design", "bug");
    assertThat(all.get(0).required("entries").asInt()).isEqualTo(2);
    assertThat(names(member.get("/api/v1/tags").data(), "tag")).containsExactly("design");
    assertThat(names(owner.get("/api/v1/tags?q=bu").data(), "tag")).containsExactly("bug");
    assertThat(RunningPlatform.shared().newWorkspace().owner().get("/api/v1/tags").data())
        .isEmpty();
  }

  private List<String> ids(String list, String search) {
    return names(
        owner
            .get(list + "?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8))
            .requireStatus(200)
            .data(),
        "id");
  }

  private List<String> found(String text) {
    return names(
        owner.get("/api/v1/time-entries?description=" + text).requireStatus(200).data(),
        "description");
  }

  private static List<String> names(JsonNode list, String field) {
    return list.valueStream().map(one -> one.required(field).asString()).toList();
  }

  private void put(String path, String body) {
    owner.put(path, body).requireStatus(201);
  }

  private Answer entry(ApiClient client, String description, String project, String tags) {
    return client
        .post(
            "/api/v1/time-entries",
            """
            {"log_date": "%s", "hours": 1, "description": "%s", "project_id": "%s", "tags": %s}
            """
                .formatted(today, description, project, tags))
        .requireStatus(201);
  }
}
