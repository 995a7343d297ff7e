package io.timeledger.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timeledger.embedded.TestPlatform;
import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.LoggedLines;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.SignIn;
import io.timeledger.ingest.testkit.TestWorkspace;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.restricted.OAuthTicket;
import io.timeledger.schemas.secret.SealContext;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.Vault;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// Connecting an account by a sign-in at its provider.
class SignInIT {
  private static final String CALENDAR = "/api/v1/time/calendar";
  private static final String CONNECTIONS = CALENDAR + "/connections";
  private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final RunningPlatform platform = RunningPlatform.shared();
  private final TestWorkspace workspace = platform.newWorkspace();
  private final ApiClient member = workspace.member("u_m", "member");
  private final ApiClient browser = platform.client();

  @Test
  void saysWhichProvidersAreConfigured() {
    JsonNode providers = member.get(CALENDAR + "/providers").requireStatus(200).data();

    assertThat(providers.valueStream().map(provider -> provider.required("provider").asString()))
        .containsExactly("google", "microsoft", "ics");
    assertThat(providers.valueStream().map(provider -> provider.required("configured").asBoolean()))
        .containsExactly(true, false, true);
  }

  @Test
  void asksForConsentToReadAlone() {
    SignIn signIn = SignIn.begin(member, "");

    assertThat(signIn.authorizeUrl().toString())
        .startsWith("https://accounts.google.com/o/oauth2/v2/auth?");
    assertThat(signIn.authorize())
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "client-of-the-operator")
        .containsEntry("redirect_uri", "https://time.example.com/api/v1/oauth/callback/google")
        .containsEntry(
            "scope",
            "openid email https://www.googleapis.com/auth/calendar.calendarlist.readonly"
                + " https://www.googleapis.com/auth/calendar.events.readonly")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("access_type", "offline")
        .containsEntry("prompt", "consent");
    assertThat(signIn.state()).doesNotContain(workspace.id()).doesNotContain("u_m");
    assertThat(member.get(CONNECTIONS).data()).as("writes nothing").isEmpty();
    assertThat(
            member
                .post(CALENDAR + "/authorizations", "{\"provider\": \"microsoft\"}")
                .requireStatus(422)
                .errorCode())
        .isEqualTo("provider_not_configured");
    assertThat(member.post(CALENDAR + "/authorizations", "{\"provider\": \"ics\"}").status())
        .isEqualTo(422);
    assertThat(
            workspace
                .member("u_v", "viewer")
                .post(CALENDAR + "/authorizations", "{\"provider\": \"google\"}")
                .errorCode())
        .isEqualTo("forbidden");
  }

  @Test
  void handsTheCodeToTheConnectorAlone() throws NoSuchAlgorithmException {
    SignIn signIn = SignIn.begin(member, "");
    String ticket = signIn.ticket(browser, "4/0Ab+c d");

    Answer created = redeem(member, ticket).requireStatus(201);

    assertThat(created.data().required("id").asString()).isEqualTo(signIn.connectionId());
    assertThat(created.data().required("status").asString()).isEqualTo("connecting");
    assertThat(created.data().required("provider").asString()).isEqualTo("google");
    assertThat(created.data().required("name").asString()).isEqualTo("Google");
    OAuthTicket sealed = secret(signIn.connectionId());
    assertThat(sealed.code()).isEqualTo("4/0Ab+c d");
    assertThat(sealed.redirectUri()).isEqualTo(signIn.authorize().get("redirect_uri"));
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(sealed.codeVerifier().getBytes(US_ASCII));
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
        .isEqualTo(signIn.authorize().get("code_challenge"));
    assertThat(allRecords()).doesNotContain("4/0Ab+c d").doesNotContain(sealed.codeVerifier());
  }

  /// A link to sign in, sent to somebody else, connects nothing of theirs.
  @Test
  void opensATicketToTheMemberWhoBeganAlone() {
    ApiClient other = workspace.member("u_other", "member");
    ApiClient stranger = platform.newWorkspace().member("u_m", "member");
    String mine = SignIn.begin(member, "").ticket(browser, "code-of-member");
    String others = SignIn.begin(other, "").ticket(browser, "code-of-other");

    for (Answer crossed :
        List.of(
            redeem(other, mine),
            redeem(member, others),
            redeem(stranger, mine),
            redeem(workspace.owner(), mine))) {
      assertThat(crossed.status()).isEqualTo(404);
      assertThat(crossed.errorCode()).isEqualTo("not_found");
    }
    assertThat(workspace.owner().get(CONNECTIONS + "?all=true").data()).isEmpty();
    redeem(member, mine).requireStatus(201);
    redeem(other, others).requireStatus(201);
  }

  @Test
  void takesATicketOnceAndNoOtherText() {
    SignIn signIn = SignIn.begin(member, "");
    String ticket = signIn.ticket(browser, "once");
    String key = "key-" + workspace.id();

    Answer first =
        member.post(CONNECTIONS, body(ticket), "Idempotency-Key", key).requireStatus(201);
    Answer retry =
        member.post(CONNECTIONS, body(ticket), "Idempotency-Key", key).requireStatus(201);
    assertThat(retry.data()).isEqualTo(first.data());
    for (String text :
        List.of(
            ticket,
            signIn.state(),
            ticket.substring(1),
            ticket.substring(0, ticket.length() - 2),
            ticket.replaceFirst("[.]", ""),
            "aXQ.AAAA",
            ".",
            "a".repeat(15_999))) {
      Answer refused = redeem(member, text);
      assertThat(refused.status()).as(text).isEqualTo(422);
      assertThat(refused.errorCode()).as(text).isEqualTo("ticket_invalid");
    }
    assertThat(redeem(member, "a".repeat(16_001)).errorCode()).isEqualTo("validation_failed");
    assertThat(
            member
                .post(CONNECTIONS, "{\"ticket\": \"x\", \"url\": \"https://example.com/a.ics\"}")
                .errorCode())
        .isEqualTo("validation_failed");
  }

  @Test
  void forgetsSignInsAfterTenMinutes() {
    SignIn signIn = SignIn.begin(member, "");
    String ticket = signIn.ticket(browser, "late");
    try (ConfigurableApplicationContext later =
        platform.startApi("--timeledger.clock-offset=10m")) {
      ApiClient laterBrowser = RunningPlatform.client(later);
      RunningPlatform.awaitReady(laterBrowser);
      ApiClient laterMember = new ApiClient(laterBrowser.base(), member.token());

      assertThat(redeem(laterMember, ticket).errorCode()).isEqualTo("ticket_invalid");
      assertThat(laterBrowser.get(signIn.callback("code", "late")).errorCode())
          .isEqualTo("ticket_invalid");
    }
    redeem(member, ticket).requireStatus(201);
  }

  @Test
  void connectsAnExistingConnectionAgain() {
    String id = connected();
    ApiClient other = workspace.member("u_other", "member");
    String again = ", \"connection_id\": \"%s\"".formatted(id);
    assertThat(
            other
                .post(CALENDAR + "/authorizations", "{\"provider\": \"google\"" + again + "}")
                .errorCode())
        .isEqualTo("not_found");

    SignIn signIn = SignIn.begin(member, again);
    assertThat(signIn.connectionId()).isEqualTo(id);
    String ticket = signIn.ticket(browser, "second");
    Answer reconnected = redeem(member, ticket).requireStatus(200);

    assertThat(reconnected.data().required("version").asInt()).isEqualTo(2);
    assertThat(redeem(member, ticket).errorCode()).isEqualTo("ticket_invalid");
    await().until(() -> secret(id).code().equals("second"));
  }

  @Test
  void returnsToAnAllowedAddressWithTheTicketInItsFragment() {
    SignIn signIn =
        SignIn.begin(member, ", \"return_url\": \"" + RunningPlatform.RETURN_URL + "\"");

    Answer redirect = browser.get(signIn.callback("code", "x"), "Accept", HTML).requireStatus(303);

    String location = redirect.header("Location").orElseThrow();
    String start =
        RunningPlatform.RETURN_URL + "#connection_id=" + signIn.connectionId() + "&ticket=";
    assertThat(location).startsWith(start);
    assertThat(redirect.header("Cache-Control")).hasValue("no-store");
    assertThat(redirect.header("Referrer-Policy")).hasValue("no-referrer");
    redeem(member, location.substring(start.length())).requireStatus(201);
    for (String elsewhere :
        List.of(
            "https://evil.example/",
            RunningPlatform.RETURN_URL + "#x",
            RunningPlatform.RETURN_URL + "/..",
            "javascript:alert(1)",
            "")) {
      assertThat(
              member
                  .post(
                      CALENDAR + "/authorizations",
                      "{\"provider\": \"google\", \"return_url\": \"%s\"}".formatted(elsewhere))
                  .requireStatus(422)
                  .body())
          .contains("\"field\":\"return_url\"");
    }
  }

  @Test
  void answersTheErrorsOfProvidersInItsOwnWords() {
    String theirs = "<script>alert(1)</script> call 555-1234";
    SignIn signIn = SignIn.begin(member, "");
    String denied =
        signIn.callback("error", "access_denied", "error_description", theirs, "scope", "x");
    Answer json = browser.get(denied).requireStatus(400);
    assertThat(json.json().at("/error/message").asString())
        .isEqualTo("error: The sign-in was cancelled, or access was denied.");
    Answer page = browser.get(denied, "Accept", HTML).requireStatus(400);
    assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.body()).contains("The sign-in was cancelled");
    Answer strange = browser.get(signIn.callback("error", theirs), "Accept", HTML);
    assertThat(json.body() + page.body() + strange.body())
        .doesNotContain("script")
        .doesNotContain("555");

    SignIn returning =
        SignIn.begin(member, ", \"return_url\": \"" + RunningPlatform.RETURN_URL + "\"");
    String location =
        browser
            .get(returning.callback("error", "consent_required", "error_description", theirs))
            .requireStatus(303)
            .header("Location")
            .orElseThrow();
    assertThat(URLDecoder.decode(location, UTF_8))
        .startsWith(RunningPlatform.RETURN_URL + "#connection_id=" + returning.connectionId())
        .contains("&error=consent_required&error_description=An administrator")
        .doesNotContain("<script");
  }

  @Test
  void refusesHostileRedirects() {
    SignIn signIn = SignIn.begin(member, "");
    String callback = "/api/v1/oauth/callback/";
    assertThat(browser.get(callback + "google").status()).isEqualTo(400);
    assertThat(browser.get(callback + "google?state=").status()).isEqualTo(400);
    assertThat(browser.get(callback + "google?code=x&state=x").errorCode())
        .isEqualTo("ticket_invalid");
    assertThat(browser.get(callback + "ics?code=x&state=x").errorCode()).isEqualTo("not_found");
    assertThat(browser.get(callback + "yahoo?code=x&state=x").errorCode()).isEqualTo("not_found");
    assertThat(
            browser.get(signIn.callback("code", "x").replace("/google", "/microsoft")).errorCode())
        .isEqualTo("ticket_invalid");
    assertThat(browser.get(signIn.callback()).status()).as("no code").isEqualTo(400);
    assertThat(browser.get(signIn.callback("code", "x".repeat(4_001))).status()).isEqualTo(400);
    assertThat(browser.get(callback + "google?code=x&state=" + "x".repeat(6_001)).status())
        .isEqualTo(400);
    assertThat(
            browser
                .get(callback + "google?code=x&state=%22%3E%3Cb%3E", "Accept", HTML)
                .requireStatus(422)
                .body())
        .doesNotContain("<b>");
    String page =
        browser.get(signIn.callback("code", "x"), "Accept", HTML).requireStatus(200).body();
    assertThat(page).contains("<code>").contains("Signed in");
  }

  @Test
  void logsNeitherCodesNorTickets() {
    List<String> lines;
    String code = "code-that-no-log-has";
    SignIn signIn = SignIn.begin(member, "");
    String ticket;
    try (LoggedLines log = LoggedLines.ofEverything()) {
      ticket = signIn.ticket(browser, code);
      browser.get(signIn.callback("code", code).replace("state=", "state=x"));
      redeem(member, ticket).requireStatus(201);
      redeem(member, ticket);
      lines = log.lines();
    }

    assertThat(lines)
        .noneMatch(line -> line.contains(code))
        .noneMatch(line -> line.contains(ticket))
        .noneMatch(line -> line.contains(signIn.state()));
  }

  private String connected() {
    SignIn signIn = SignIn.begin(member, "");
    redeem(member, signIn.ticket(browser, "first")).requireStatus(201);
    return signIn.connectionId();
  }

  private static Answer redeem(ApiClient client, String ticket) {
    return client.post(CONNECTIONS, body(ticket));
  }

  private static String body(String ticket) {
    return "{\"ticket\": \"%s\"}".formatted(ticket);
  }

  /// What the connector gets, which has the same key.
  private OAuthTicket secret(String connection) {
    Vault vault = new Vault(List.of(SealingKey.of("it", RunningPlatform.SEALING_KEY)), "it");
    WorkspaceId space = new WorkspaceId(workspace.id());
    Optional<ConsumerRecord<String, byte[]>> last =
        records(Topic.SECRETS).stream()
            .filter(found -> found.key().equals(space.value() + "/" + connection))
            .reduce((_, later) -> later);
    String text =
        vault.open(
            TopicSerdes.CONNECTION_SECRETS.codec().read(last.orElseThrow().value()).secret(),
            SealContext.connection(space, new ConnectionId(connection)));
    return new RecordCodec<>(OAuthTicket.class).read(text.getBytes(UTF_8));
  }

  private static String allRecords() {
    StringBuilder all = new StringBuilder();
    for (Topic topic : Topic.values()) {
      for (ConsumerRecord<String, byte[]> found : records(topic)) {
        all.append(found.value() == null ? "" : new String(found.value(), UTF_8)).append('\n');
      }
    }
    return all.toString();
  }

  private static List<ConsumerRecord<String, byte[]>> records(Topic topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestPlatform.shared().bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }
}
