package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.Browser;
import io.timeledger.ingest.testkit.EventReader;
import io.timeledger.ingest.testkit.LoggedLines;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionIT {
  private static final String SESSION = "/api/v1/session";
  private static final String ME = "/api/v1/me";
  private static final String ENTRIES = "/api/v1/time-entries";
  private static final String ENTRY = "{\"log_date\": \"2026-04-29\", \"hours\": 1}";
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();
  private final ApiClient nobody = RunningPlatform.shared().client();

  @Test
  void aLinkSignsInOnce() {
    ApiClient _ = workspace.member("u_m", "member");
    JsonNode link = link("{\"kind\": \"login\", \"user_id\": \"u_m\"}");
    String code = link.required("secret").asString();
    assertThat(link.required("url").asString())
        .isEqualTo("https://time.example.com/console/enter#" + code);
    assertThat(link.required("kind").asString()).isEqualTo("login");

    JsonNode preview = nobody.post(SESSION + "/preview", code(code)).requireStatus(200).data();
    assertThat(preview.required("user_id").asString()).isEqualTo("u_m");
    assertThat(preview.at("/workspace/name").asString()).isEqualTo("Test");

    Answer opened = nobody.post(SESSION, code(code), Browser.SITE, "same-origin");
    assertThat(opened.requireStatus(201).data().required("user_id").asString()).isEqualTo("u_m");
    assertThat(opened.data().at("/token/kind").asString()).isEqualTo("session");
    assertThat(opened.header("Set-Cookie").orElseThrow())
        .startsWith("tl-%d=tls_".formatted(nobody.base().getPort()))
        .contains("; Path=/;", "Max-Age=43200", "HttpOnly", "SameSite=Strict")
        .doesNotContain("Secure");
    Browser browser = Browser.of(nobody, opened);
    assertThat(browser.get(ME).requireStatus(200).data().required("user_id").asString())
        .isEqualTo("u_m");
    assertThat(browser.post(ENTRIES, ENTRY).status()).isEqualTo(201);

    assertThat(nobody.post(SESSION, code(code), Browser.SITE, "same-origin").status())
        .isEqualTo(401);
    assertThat(nobody.post(SESSION + "/preview", code(code)).status()).isEqualTo(401);
  }

  @Test
  void theCookieCountsForTheOwnPageAlone() {
    Browser browser = Browser.open(nobody, code(newCode()));
    String token = browser.cookie().substring(browser.cookie().indexOf('=') + 1);

    for (@Nullable String site :
        Arrays.asList(null, "none", "same-site", "cross-site", "Same-Origin", "")) {
      assertThat(browser.at(site).get(ME).status()).as(site).isEqualTo(401);
      assertThat(browser.at(site).post(ENTRIES, ENTRY).status()).as(site).isEqualTo(401);
      assertThat(browser.at(site).delete(SESSION).status()).as(site).isEqualTo(401);
    }
    Browser ofAnotherPort =
        new Browser(nobody, browser.cookie().replaceFirst("tl-[0-9]+", "tl-1"), "same-origin");
    assertThat(ofAnotherPort.get(ME).status()).isEqualTo(401);
    Browser twice = new Browser(nobody, browser.cookie() + "; " + browser.cookie(), "same-origin");
    assertThat(twice.get(ME).status()).isEqualTo(401);
    assertThat(browser.get(ME, "Authorization", "Bearer tlp_x").status()).isEqualTo(401);
    assertThat(browser.get(ME, "Authorization", "Basic eDp5").status()).isEqualTo(401);
    assertThat(nobody.as(token).get(ME).status()).as("no bearer").isEqualTo(401);

    assertThat(owner.get(ENTRIES).data()).isEmpty();
    assertThat(browser.get(ME).status()).isEqualTo(200);
  }

  @Test
  void aCodeOpensNothingButASession() {
    String code = newCode();
    String asAccess = code.replaceFirst("tlc_", "tlp_");
    String asSession = code.replaceFirst("tlc_", "tls_");

    assertThat(nobody.as(code).get(ME).status()).isEqualTo(401);
    assertThat(nobody.as(asAccess).get(ME).status()).isEqualTo(401);
    String name = "tl-%d=".formatted(nobody.base().getPort());
    assertThat(new Browser(nobody, name + code, "same-origin").get(ME).status()).isEqualTo(401);
    assertThat(new Browser(nobody, name + asSession, "same-origin").get(ME).status())
        .isEqualTo(401);
    for (String body :
        List.of(
            "{\"token\": \"%s\"}".formatted(code),
            "{\"token\": \"%s\"}".formatted(asAccess),
            code("tlc_01ARZ3NDEKTSV4RRFFQ69G5FAV_unknown"),
            code("x"),
            code(code.substring(0, code.length() - 1)))) {
      assertThat(nobody.post(SESSION, body, Browser.SITE, "same-origin").status())
          .as(body)
          .isEqualTo(401);
    }
    assertThat(nobody.post(SESSION, "{}", Browser.SITE, "same-origin").status()).isEqualTo(422);
    assertThat(Browser.open(nobody, code(code)).get(ME).status()).isEqualTo(200);
  }

  @Test
  void onlyTheOwnPageOpensASession() {
    String code = newCode();

    for (String site : List.of("cross-site", "same-site", "none")) {
      assertThat(nobody.post(SESSION, code(code), Browser.SITE, site).status()).isEqualTo(403);
    }
    assertThat(nobody.post(SESSION, code(code)).status()).isEqualTo(403);
    assertThat(
            nobody
                .post(
                    SESSION, code(code), Browser.SITE, "same-origin", "Content-Type", "text/plain")
                .status())
        .isEqualTo(415);
    assertThat(Browser.open(nobody, code(code)).get(ME).status()).as("not used up").isEqualTo(200);
  }

  @Test
  void ofManyWithOneCodeOneGetsIn()
      throws InterruptedException, ExecutionException, TimeoutException {
    String body = code(newCode());
    List<Future<Answer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(() -> nobody.post(SESSION, body, Browser.SITE, "same-origin")));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        statuses.add(answer.get(60, TimeUnit.SECONDS).status());
      }

      assertThat(statuses).containsOnlyOnce(201);
      assertThat(statuses).filteredOn(status -> status != 201).containsOnly(401);
    }
    assertThat(owner.get("/api/v1/tokens?kind=session").data()).hasSize(1);
  }

  @Test
  void aRevokedCodeOpensNothing() {
    JsonNode link = link("{\"kind\": \"login\"}");
    owner.delete("/api/v1/tokens/" + link.required("id").asString()).requireStatus(200);

    assertThat(
            nobody
                .post(
                    SESSION, code(link.required("secret").asString()), Browser.SITE, "same-origin")
                .status())
        .isEqualTo(401);
  }

  @Test
  void linksForOthersAreAdministrators() {
    ApiClient member = workspace.member("u_m", "member");

    assertThat(
            member
                .post("/api/v1/tokens", "{\"kind\": \"login\", \"user_id\": \"u_owner\"}")
                .status())
        .isEqualTo(403);
    assertThat(member.post("/api/v1/tokens", "{\"kind\": \"login\"}").status()).isEqualTo(201);
    assertThat(member.post("/api/v1/tokens", "{\"kind\": \"session\"}").status()).isEqualTo(422);
    assertThat(
            owner
                .post(
                    "/api/v1/tokens",
                    "{\"kind\": \"login\", \"expires_at\": \"2999-01-01T00:00:00Z\"}")
                .status())
        .isEqualTo(422);
  }

  @Test
  void aSessionHasTheScopesOfItsTokenAndEndsWithIt() {
    Answer made =
        owner
            .post("/api/v1/tokens", "{\"name\": \"bi\", \"scopes\": [\"time:read:all\"]}")
            .requireStatus(201);
    Browser browser = Browser.open(nobody, token(made));

    assertThat(browser.get(ENTRIES).status()).isEqualTo(200);
    assertThat(browser.post(ENTRIES, ENTRY).status()).isEqualTo(403);
    assertThat(browser.post("/api/v1/tokens", "{\"name\": \"more\"}").status()).isEqualTo(403);

    owner.delete("/api/v1/tokens/" + made.data().required("id").asString()).requireStatus(200);
    await().atMost(Duration.ofSeconds(10)).until(() -> browser.get(ME).status() == 401);
  }

  @Test
  void isRenewedInItsLastHour() {
    Browser fresh = Browser.open(nobody, code(newCode()));
    assertThat(fresh.post(SESSION + "/renew", "{}").errorCode()).isEqualTo("session_not_renewable");
    assertThat(fresh.get(ME).status()).isEqualTo(200);
    String soon = Instant.now().plusSeconds(1_800).toString();
    Answer made =
        owner.post(
            "/api/v1/tokens", "{\"name\": \"short\", \"expires_at\": \"%s\"}".formatted(soon));
    Browser last = Browser.open(nobody, token(made.requireStatus(201)));

    Browser next = Browser.of(nobody, last.post(SESSION + "/renew", "{}").requireStatus(201));

    assertThat(next.cookie()).isNotEqualTo(last.cookie());
    assertThat(next.get(ME).status()).isEqualTo(200);
    await().atMost(Duration.ofSeconds(10)).until(() -> last.get(ME).status() == 401);
    assertThat(owner.post(SESSION + "/renew", "{}").status()).isEqualTo(403);
  }

  @Test
  void endsByItsUser() {
    Browser browser = Browser.open(nobody, code(newCode()));

    Answer ended = browser.delete(SESSION).requireStatus(200);

    assertThat(ended.header("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(browser.get(ME).status()).isEqualTo(401);
    for (String action : List.of("user.login", "user.logout")) {
      assertThat(owner.get("/api/v1/audit?action=" + action).data()).as(action).hasSize(1);
    }
    assertThat(owner.delete(SESSION).status()).isEqualTo(403);
    assertThat(owner.get("/api/v1/audit/verify").data().required("verified").asBoolean()).isTrue();
  }

  @Test
  void isListedAndRevokedLikeAnyToken() {
    Browser browser = Browser.open(nobody, code(newCode()));
    JsonNode listed = owner.get("/api/v1/tokens?kind=session").data();
    assertThat(listed).hasSize(1);
    assertThat(owner.get("/api/v1/tokens?kind=login").data()).isEmpty();
    assertThat(owner.get("/api/v1/tokens?kind=access").data()).hasSize(1);
    assertThat(
            RunningPlatform.shared()
                .newWorkspace()
                .owner()
                .get("/api/v1/tokens?kind=session")
                .data())
        .isEmpty();

    try (EventReader reader = EventReader.open(browser, "/api/v1/changes/stream")) {
      owner.delete("/api/v1/tokens/" + listed.get(0).required("id").asString()).requireStatus(200);

      assertThat(reader.endsWithin(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(browser.get(ME).status()).isEqualTo(401);
  }

  @Test
  void endsWithTheMember() {
    ApiClient _ = workspace.member("u_m", "member");
    JsonNode link = link("{\"kind\": \"login\", \"user_id\": \"u_m\"}");
    Browser browser = Browser.open(nobody, code(link.required("secret").asString()));

    owner.delete("/api/v1/members/u_m").requireStatus(200);

    assertThat(browser.get(ME).status()).isIn(401, 403);
  }

  @Test
  void showsNoSecretInLogsOrEvents() {
    try (LoggedLines logged = LoggedLines.ofEverything()) {
      String code = newCode();
      nobody.post(SESSION + "/preview", code(code)).requireStatus(200);
      Browser browser = Browser.open(nobody, code(code));
      browser.get(ME).requireStatus(200);
      nobody.post(SESSION, code(code), Browser.SITE, "same-origin");
      String session = browser.cookie().substring(browser.cookie().lastIndexOf('_') + 1);
      String secret = code.substring(code.lastIndexOf('_') + 1);

      assertThat(logged.lines()).noneMatch(line -> line.contains(secret) || line.contains(session));
      assertThat(owner.get("/api/v1/changes?limit=500").body())
          .contains("user.login")
          .doesNotContain(secret, session, "hash\":\"" + session, "secret");
    }
  }

  private String newCode() {
    return link("{\"kind\": \"login\"}").required("secret").asString();
  }

  private JsonNode link(String body) {
    return owner.post("/api/v1/tokens", body).requireStatus(201).data();
  }

  private static String code(String code) {
    return "{\"code\": \"%s\"}".formatted(code);
  }

  private static String token(Answer made) {
    return "{\"token\": \"%s\"}".formatted(made.data().required("secret").asString());
  }
}
