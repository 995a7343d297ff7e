package io.timeledger.ingest.calendar.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.secret.Sealer;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

class SignInsTest {
  private static final Instant NOON = Instant.parse("2026-04-29T12:00:00Z");
  private static final long LIFE = Duration.ofMinutes(10).toSeconds();

  private Instant now = NOON;
  private final SignInSeals seals = new SignInSeals(new Sealer(properties()));
  private final SignIns signIns = new SignIns(new OAuthClients(properties()), seals, () -> now);

  /// Whatever happens to its text, a ticket opens to its member within ten minutes, else not.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void opensToItsMemberInTimeAndUnaltered(long seed) {
    Random random = new Random(seed);
    int opened = 0;
    for (int step = 0; step < 2_000; step++) {
      now = NOON;
      Caller member = caller(random.nextInt(3), random.nextInt(3));
      Caller redeemer =
          random.nextBoolean() ? member : caller(random.nextInt(3), random.nextInt(3));
      int stateAge = random.nextInt(12 * 60);
      int ticketAge = random.nextInt(12 * 60);
      boolean altered = random.nextInt(4) == 0;
      String state = begin(member);

      now = NOON.plusSeconds(stateAge);
      ErrorCode refused = stateAge < LIFE ? null : ErrorCode.TICKET_INVALID;
      assertThat(refusal(() -> signIns.returned(Provider.GOOGLE, state))).isEqualTo(refused);
      if (refused != null) {
        continue;
      }
      String ticket =
          seals.seal(signIns.ticket(signIns.returned(Provider.GOOGLE, state), "code-" + step));
      String text = altered ? altered(ticket, random) : ticket;
      now = now.plusSeconds(ticketAge);
      ErrorCode expected =
          altered
              ? ErrorCode.TICKET_INVALID
              : isSame(member, redeemer)
                  ? ticketAge < LIFE ? null : ErrorCode.TICKET_INVALID
                  : ErrorCode.NOT_FOUND;
      assertThat(refusal(() -> signIns.redeemed(redeemer, text))).as(text).isEqualTo(expected);
      if (expected == null) {
        assertThat(signIns.redeemed(redeemer, text).code()).isEqualTo("code-" + step);
        opened++;
      }
    }
    assertThat(opened).isBetween(200, 1_600);
  }

  @Test
  void belongsToOneProvider() {
    String state = begin(caller(0, 0));

    assertThat(refusal(() -> signIns.returned(Provider.MICROSOFT, state)))
        .isEqualTo(ErrorCode.TICKET_INVALID);
  }

  @Test
  void asksMicrosoftForWhatItNeeds() {
    String url =
        signIns
            .begin(caller(0, 0), Provider.MICROSOFT, new ConnectionId("conn_1"), 0, null)
            .authorizeUrl()
            .toString();

    assertThat(url)
        .startsWith("https://login.microsoftonline.com/common/oauth2/v2.0/authorize?")
        .contains("scope=openid%20email%20offline_access%20Calendars.Read")
        .contains("response_mode=query");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "time.example.com", "ftp://time.example.com", "https://x/#y"})
  void needsAnAddressThatProvidersCanRedirectTo(String publicUrl) {
    IngestProperties broken = properties(Map.of("timeledger.public-url", publicUrl));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OAuthClients(broken))
        .withMessageStartingWith("timeledger.public-url: ");
  }

  private String begin(Caller member) {
    String url =
        signIns
            .begin(member, Provider.GOOGLE, new ConnectionId("conn_1"), 0, null)
            .authorizeUrl()
            .toString();
    String state =
        UriComponentsBuilder.fromUriString(url).build().getQueryParams().getFirst("state");
    return String.valueOf(state);
  }

  /// One character differs, is missing, or is there twice.
  private static String altered(String text, Random random) {
    int at = random.nextInt(text.length() - 2);
    String before = text.substring(0, at);
    char old = text.charAt(at);
    return switch (random.nextInt(3)) {
      case 0 -> before + (old == 'A' ? 'B' : 'A') + text.substring(at + 1);
      case 1 -> before + text.substring(at + 1);
      default -> before + old + text.substring(at);
    };
  }

  private static boolean isSame(Caller one, Caller other) {
    return one.workspaceId().equals(other.workspaceId()) && one.userId().equals(other.userId());
  }

  private static @Nullable ErrorCode refusal(Runnable call) {
    try {
      call.run();
      return null;
    } catch (ApiException e) {
      return e.problem().code();
    }
  }

  private static Caller caller(int workspace, int user) {
    return new Caller(
        new WorkspaceId("ws_" + workspace),
        new UserId("u_" + user),
        Set.of(Permission.CALENDAR),
        null,
        CommandOrigin.API,
        null);
  }

  private static IngestProperties properties() {
    return properties(Map.of());
  }

  private static IngestProperties properties(Map<String, String> more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "timeledger.public-url", "https://time.example.com",
                "timeledger.calendar.google.client-id", "g",
                "timeledger.calendar.microsoft.client-id", "m",
                "timeledger.secrets.keys[0].id", "k",
                "timeledger.secrets.keys[0].key", "GMpboB94rSyulVgfk2roJkMaJd4Cw8vGVTfrkSvjOZw="));
    settings.putAll(more);
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("timeledger", IngestProperties.class);
  }
}
