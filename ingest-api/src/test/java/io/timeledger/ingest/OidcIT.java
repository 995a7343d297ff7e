package io.timeledger.ingest;

import static io.timeledger.ingest.testkit.IdentityProvider.AN_HOUR;
import static io.timeledger.ingest.testkit.IdentityProvider.AUDIENCE;
import static io.timeledger.ingest.testkit.IdentityProvider.ISSUER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.IdentityProvider;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class OidcIT {
  private static final String SUPABASE = "https://project.supabase.example/auth/v1";
  private static final String SECRET = "a-shared-secret-of-more-than-32-bytes";
  private static final IdentityProvider PROVIDER = new IdentityProvider();
  private static final ConfigurableApplicationContext API =
      RunningPlatform.shared()
          .startApi(
              issuer(0, "issuer", PROVIDER.issuer()),
              issuer(0, "audiences", "other, " + AUDIENCE),
              issuer(0, "workspace-claim", "app_metadata.workspace_id"),
              issuer(0, "permissions-claim", "scope"),
              issuer(0, "permission-map.admin", "time:admin"),
              issuer(0, "permission-map.reporting", "time:read:all,time:rates"),
              issuer(1, "issuer", SUPABASE),
              issuer(1, "audiences", "authenticated"),
              issuer(1, "shared-secret", SECRET),
              issuer(1, "workspace-claim", "app_metadata.workspace_id"));

  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();

  static {
    RunningPlatform.awaitReady(client());
  }

  @AfterAll
  static void stop() {
    API.close();
    PROVIDER.close();
  }

  @Test
  void opensTheWorkspaceThatItNamesWithTheRightsOfTheMember() {
    workspace.member("u_m", "manager");

    Answer me =
        as(PROVIDER.token(ISSUER, AUDIENCE, "u_m", AN_HOUR, claims("admin"))).get("/api/v1/me");
    Answer created =
        as(PROVIDER.token(ISSUER, AUDIENCE, "u_m", AN_HOUR, claims("time:write")))
            .post("/api/v1/time-entries", "{\"log_date\": \"2026-04-29\", \"hours\": 1}");

    assertThat(me.data().required("user_id").asString()).isEqualTo("u_m");
    assertThat(me.data().required("workspace_id").asString()).isEqualTo(workspace.id());
    assertThat(me.data().required("token").isNull()).isTrue();
    assertThat(me.data().required("permissions").valueStream().map(value -> value.asString()))
        .containsExactlyInAnyOrder(
            "time:read", "time:read:all", "time:write", "time:approve", "time:calendar");
    assertThat(created.requireStatus(201).data().required("user_id").asString()).isEqualTo("u_m");
  }

  @Test
  void givesNoMoreThanItsClaimSaysAndNothingForWhatNobodyMapped() {
    assertThat(permissions("reporting"))
        .containsExactlyInAnyOrder("time:read", "time:read:all", "time:rates");
    assertThat(permissions(List.of("time:read", "openid", "email"))).containsExactly("time:read");
    assertThat(permissions("openid profile")).isEmpty();
    assertThat(permissions(7)).isEmpty();
  }

  @Test
  void refusesExpiredForeignAndMisdirectedTokens() {
    Map<String, Object> claims = claims("admin");
    String good = PROVIDER.token(ISSUER, AUDIENCE, "u_owner", AN_HOUR, claims);
    assertThat(as(good).get("/api/v1/me").status()).isEqualTo(200);

    assertUnauthorized(
        PROVIDER.token(ISSUER, AUDIENCE, "u_owner", Duration.ofMinutes(-2), claims),
        PROVIDER.token(ISSUER, "somebody-else", "u_owner", AN_HOUR, claims),
        PROVIDER.token("another-issuer", AUDIENCE, "u_owner", AN_HOUR, claims),
        good.substring(0, good.length() - 20),
        good.substring(0, good.lastIndexOf('.') + 1),
        unsigned(good),
        "..",
        "e30.e30.e30");
  }

  @Test
  void takesTheSkewOfClocks() {
    Duration justExpired = Duration.ofSeconds(-20);

    assertThat(
            as(PROVIDER.token(ISSUER, AUDIENCE, "u_owner", justExpired, claims("admin")))
                .get("/api/v1/me")
                .status())
        .isEqualTo(200);
  }

  @Test
  void knowsANewKeyWhenTheIssuerChangesIts() {
    PROVIDER.changeKey("key-2");
    String ofTheNewKey = PROVIDER.token(ISSUER, AUDIENCE, "u_owner", AN_HOUR, claims("admin"));

    assertThat(as(ofTheNewKey).get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void tellsStrangersFromUnknownWorkspaces() {
    String nowhere =
        PROVIDER.token(
            ISSUER,
            AUDIENCE,
            "u_owner",
            AN_HOUR,
            Map.of("app_metadata", Map.of("workspace_id", "ws_nowhere")));
    String unnamed = PROVIDER.token(ISSUER, AUDIENCE, "u_owner", AN_HOUR, Map.of());
    String stranger = PROVIDER.token(ISSUER, AUDIENCE, "u_stranger", AN_HOUR, claims("admin"));

    assertThat(as(nowhere).get("/api/v1/me").errorCode()).isEqualTo("unknown_workspace");
    assertThat(as(unnamed).get("/api/v1/me").errorCode()).isEqualTo("unknown_workspace");
    assertThat(as(stranger).get("/api/v1/me").requireStatus(403).errorCode())
        .isEqualTo("not_a_member");
  }

  @Test
  void aMemberWhoLeftIsRefusedWhileTheTokenIsStillGood() {
    workspace.member("u_gone", "member");
    ApiClient member = as(PROVIDER.token(ISSUER, AUDIENCE, "u_gone", AN_HOUR, claims("time:read")));
    assertThat(member.get("/api/v1/me").status()).isEqualTo(200);

    workspace.owner().delete("/api/v1/members/u_gone").requireStatus(200);

    await().atMost(Duration.ofSeconds(10)).until(() -> member.get("/api/v1/me").status() == 403);
    assertThat(member.get("/api/v1/me").errorCode()).isEqualTo("not_a_member");
  }

  @Test
  void takesTokensOfASharedSecretOnlyWhereItIsConfigured() throws JOSEException {
    String good = signed(SUPABASE, SECRET);
    assertThat(as(good).get("/api/v1/me").data().required("user_id").asString())
        .isEqualTo("u_owner");

    assertUnauthorized(
        signed(SUPABASE, "another-shared-secret-of-32-bytes-and-more"),
        signed(PROVIDER.issuer(), SECRET),
        unsigned(good));
  }

  @Test
  void goesOnWithKnownKeysWhileTheIssuerIsAway() {
    try (IdentityProvider provider = new IdentityProvider();
        ConfigurableApplicationContext api =
            RunningPlatform.shared()
                .startApi(
                    issuer(0, "issuer", provider.issuer()),
                    issuer(0, "audiences", AUDIENCE),
                    issuer(0, "workspace", workspace.id()))) {
      ApiClient client = RunningPlatform.client(api);
      RunningPlatform.awaitReady(client);
      String known = provider.token(ISSUER, AUDIENCE, "u_owner", AN_HOUR, Map.of());
      assertThat(client.as(known).get("/api/v1/me").status()).isEqualTo(200);
      provider.changeKey("key-of-the-outage");
      String unknown = provider.token(ISSUER, AUDIENCE, "u_owner", AN_HOUR, Map.of());
      provider.goAway();

      for (int i = 0; i < 5; i++) {
        assertThat(client.as(unknown).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(client.as(known).get("/api/v1/me").status()).isEqualTo(200);
      }
    }
  }

  private Map<String, Object> claims(Object scope) {
    return Map.of("app_metadata", Map.of("workspace_id", workspace.id()), "scope", scope);
  }

  private List<String> permissions(Object scope) {
    return as(PROVIDER.token(ISSUER, AUDIENCE, "u_owner", AN_HOUR, claims(scope)))
        .get("/api/v1/me")
        .requireStatus(200)
        .data()
        .required("permissions")
        .valueStream()
        .map(value -> value.asString())
        .toList();
  }

  /// As Supabase signs with the older kind of its keys.
  private String signed(String issuer, String secret) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256),
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("authenticated")
                .subject("u_owner")
                .claim("role", "authenticated")
                .claim("app_metadata", Map.of("workspace_id", workspace.id()))
                .expirationTime(Date.from(Instant.now().plus(AN_HOUR)))
                .build());
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  /// The same claims under `alg: none`.
  private static String unsigned(String token) {
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(UTF_8));
    return header + "." + token.split("\\.", -1)[1] + ".";
  }

  private static void assertUnauthorized(String... tokens) {
    for (String token : tokens) {
      Answer refused = as(token).get("/api/v1/me");
      assertThat(refused.status()).as(token).isEqualTo(401);
      assertThat(refused.errorCode()).isEqualTo("unauthorized");
      assertThat(refused.header("WWW-Authenticate")).isPresent();
    }
  }

  private static String issuer(int index, String name, String value) {
    return "--timeledger.oidc.issuers[%d].%s=%s".formatted(index, name, value);
  }

  private static ApiClient as(String token) {
    return client().as(token);
  }

  private static ApiClient client() {
    return RunningPlatform.client(API);
  }
}
