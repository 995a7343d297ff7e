package io.timeledger.twin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sign-in as Entra does it.
class GraphSignInIT {
  private final ProviderTwin twin = ProviderTwin.start(TwinSetup.empty(InstantSource.system()));
  private final GraphMember member = new GraphMember(twin.url());
  private final ControlClient control = new ControlClient(twin.url());

  @AfterEach
  void close() {
    twin.close();
  }

  @Test
  void namesTenantAndPerson() {
    String token = member.signIn(GraphMember.SCOPES).required("id_token").asString();

    JsonNode claims =
        JsonMapper.shared()
            .readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8));

    assertThat(claims.path("oid").asString()).hasSize(36);
    assertThat(claims.path("iss").asString())
        .isEqualTo("%s/microsoft/%s/v2.0".formatted(twin.url(), claims.path("tid").asString()));
    assertThat(claims.path("email").asString()).isEqualTo("member@example.com");
  }

  @Test
  void givesAnotherRefreshTokenWhileTheOldOneStillServes() {
    String first = member.signIn(GraphMember.SCOPES).required("refresh_token").asString();
    advance(Duration.ofDays(60));

    String second = member.refresh(first).required("refresh_token").asString();

    assertThat(second).isNotEqualTo(first);
    assertThat(member.refresh(first).path("access_token").asString()).isNotEmpty();
    advance(Duration.ofDays(31));
    assertThat(member.refresh(first).path("error").asString()).isEqualTo("invalid_grant");
    assertThat(member.refresh(second).path("access_token").asString()).isNotEmpty();
  }

  @Test
  void givesNoRefreshTokenWithoutOfflineAccess() {
    assertThat(member.signIn("openid Calendars.Read").has("refresh_token")).isFalse();
  }

  @Test
  void refusesWhatIsNotGrantedExpiredOrRevoked() {
    String narrow = member.signIn("openid offline_access").required("access_token").asString();
    GraphServiceClient graph = member.graph();
    String refresh = member.signIn(GraphMember.SCOPES).required("refresh_token").asString();

    assertThat(status(() -> member.graph(narrow).me().calendars().get())).isEqualTo(403);
    control.post("/control/expire-access-tokens", ControlClient.body());
    assertThat(status(() -> graph.me().calendars().get())).isEqualTo(401);
    control.post("/control/revoke", ControlClient.body().put("provider", "microsoft"));
    assertThat(member.refresh(refresh).path("error").asString()).isEqualTo("invalid_grant");
  }

  private void advance(Duration time) {
    control.post("/control/clock", ControlClient.body().put("advance_seconds", time.toSeconds()));
  }

  private static int status(ThrowingCallable call) {
    return catchThrowableOfType(ODataError.class, call).getResponseStatusCode();
  }
}
