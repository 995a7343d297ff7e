package io.timeledger.schemas.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.Vault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelSecretsTest {
  private static final PushRoute ROUTE =
      new PushRoute(Provider.GOOGLE, new WorkspaceId("ws_1"), new CalendarId("cal_1"));

  private final ChannelSecrets secrets =
      new ChannelSecrets(
          new Vault(
              List.of(SealingKey.of("k1", "GMpboB94rSyulVgfk2roJkMaJd4Cw8vGVTfrkSvjOZw=")), "k1"));

  @Test
  void knowsTheChannelsOfItsRoute() {
    String secret = secrets.secret(ROUTE, "ch_1");

    assertThat(secrets.channel(ROUTE, secret)).contains("ch_1");
    assertThat(secret).hasSizeLessThanOrEqualTo(ChannelSecrets.LONGEST);
    assertThat(secrets.channel(ROUTE, secret.replace("ch_1", "ch_2"))).isEmpty();
  }

  @Test
  void refusesTheSecretsOfOtherRoutes() {
    String secret = secrets.secret(ROUTE, "ch_1");
    List<PushRoute> others =
        List.of(
            new PushRoute(Provider.MICROSOFT, ROUTE.workspaceId(), ROUTE.calendarId()),
            new PushRoute(Provider.GOOGLE, new WorkspaceId("ws_2"), ROUTE.calendarId()),
            new PushRoute(Provider.GOOGLE, ROUTE.workspaceId(), new CalendarId("cal_2")));

    assertThat(others).allSatisfy(other -> assertThat(secrets.channel(other, secret)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "ch_1", "ch_1.", ".azE.AAAA", "ch_1.azE.", "ch_1.azE.AAAA", "é."})
  void refusesTextsOfAnotherForm(String text) {
    assertThat(secrets.channel(ROUTE, text)).isEmpty();
    assertThat(secrets.channel(ROUTE, text + "x".repeat(1 << 20))).isEmpty();
  }
}
