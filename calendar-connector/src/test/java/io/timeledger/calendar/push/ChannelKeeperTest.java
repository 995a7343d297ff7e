package io.timeledger.calendar.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.calendar.provider.Access.OAuthToken;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.PollIntervals;
import io.timeledger.schemas.calendar.ChannelSecrets;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelKeeperTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final Duration LIFE = Duration.ofHours(30);
  private static final CalendarRef REF = new CalendarRef("main");
  private static final LaneLease LEASE = new LaneLease("lane_1", 1);
  private static final PollIntervals POLL =
      new PollIntervals(Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofHours(6));
  private static final ProviderFault REFUSED =
      new ProviderFault.Permanent(FaultReason.ANSWER_UNEXPECTED);
  private static final ProviderFault PASSING =
      new ProviderFault.Transient(FaultReason.SERVER_FAILED);

  private final KnownChannels known = new KnownChannels();
  private Instant now = NOW;

  /// With a change every hour, and providers that drop all channels once.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void reportsEveryChangeOfEightDays(boolean prolongs) throws ProviderException {
    WatchedProvider provider = new WatchedProvider(prolongs, LIFE);
    ChannelKeeper keeper = keeper(provider, Set.of(Provider.GOOGLE));
    keeper.isDone(LEASE, due(REF), token());

    for (int minute = 0; minute < 8 * 24 * 60; minute++) {
      now = NOW.plus(Duration.ofMinutes(minute));
      if (prolongs && minute == 3 * 24 * 60 + 30) {
        provider.dropAll();
        known.renew(now);
      }
      Instant next = known.nextAt();
      if (next != null && !next.isAfter(now)) {
        keeper.isDone(LEASE, due(REF), token());
      }
      if (minute % 60 == 0) {
        assertThat(provider.reports(now)).as("reports at %s", now).isEqualTo(1);
      }
      assertThat(known.count()).as("channels at %s", now).isEqualTo(1);
    }

    assertThat(provider.calls().size()).as("renewed after two thirds").isBetween(8, 26);
  }

  @Test
  void readsTheCalendarOnceItIsWatched() throws ProviderException {
    WatchedProvider provider = new WatchedProvider(false, LIFE);
    ChannelKeeper keeper = keeper(provider, Set.of(Provider.GOOGLE));

    keeper.isDone(LEASE, due(REF), token());
    assertThat(known.readBy()).as("changes before were not reported").isEqualTo(NOW);

    known.renew(NOW);
    keeper.isDone(LEASE, due(REF), token());
    assertThat(known.readBy()).as("the old channel reported them").isNull();
    assertThat(provider.calls()).containsExactly("open", "open", "close");
  }

  @Test
  void opensNoChannelThatCannotReachUs() throws ProviderException {
    WatchedProvider provider = new WatchedProvider(true, LIFE);

    keeper(provider, Set.of(Provider.MICROSOFT)).isDone(LEASE, due(REF), token());

    assertThat(provider.calls()).isEmpty();
    assertThat(known.nextAt()).isNull();
  }

  @Test
  void closesTheChannelsOfACalendarThatIsNoLongerRead() throws ProviderException {
    WatchedProvider provider = new WatchedProvider(true, LIFE);
    ChannelKeeper keeper = keeper(provider, Set.of(Provider.GOOGLE));
    keeper.isDone(LEASE, due(REF), token());

    keeper.isDone(LEASE, due(null), token());

    assertThat(provider.calls()).containsExactly("open", "close");
    assertThat(known.count()).isZero();
    assertThat(known.nextAt()).isNull();
    assertThat(known.readBy()).isNull();
  }

  @Test
  void pollsACalendarThatCannotBeWatched() throws ProviderException {
    WatchedProvider provider = new WatchedProvider(true, LIFE);
    ChannelKeeper keeper = keeper(provider, Set.of(Provider.GOOGLE));

    provider.fail(REFUSED);
    assertThat(keeper.isDone(LEASE, due(REF), token())).isFalse();
    assertThat(known.nextAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    assertThat(known.readBy()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));

    provider.fail(PASSING);
    keeper.isDone(LEASE, due(REF), token());
    assertThat(known.nextAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
  }

  @Test
  void triesToRenewAgainWhileTheChannelLives() throws ProviderException {
    WatchedProvider provider = new WatchedProvider(true, LIFE);
    ChannelKeeper keeper = keeper(provider, Set.of(Provider.GOOGLE));
    keeper.isDone(LEASE, due(REF), token());
    now = NOW.plus(Duration.ofHours(24));

    provider.fail(PASSING);
    keeper.isDone(LEASE, due(REF), token());
    assertThat(known.nextAt()).isEqualTo(now.plus(Duration.ofMinutes(15)));
    assertThat(known.readBy()).isNull();

    now = NOW.plus(LIFE);
    keeper.isDone(LEASE, due(REF), token());
    assertThat(known.readBy()).isEqualTo(now.plus(Duration.ofMinutes(15)));
  }

  @Test
  void leavesLostAccessAndThrottlingToTheLane() {
    WatchedProvider provider = new WatchedProvider(true, LIFE);
    ChannelKeeper keeper = keeper(provider, Set.of(Provider.GOOGLE));
    for (ProviderFault fault :
        List.of(
            new ProviderFault.AuthLost(FaultReason.LOGIN_REJECTED),
            new ProviderFault.Throttled(FaultReason.RATE_LIMITED, null))) {
      provider.fail(fault);

      assertThatThrownBy(() -> keeper.isDone(LEASE, due(REF), token()))
          .isInstanceOfSatisfying(
              ProviderException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }
  }

  @Test
  void endsEvenIfTheProviderGrantsNoTime() throws ProviderException {
    WatchedProvider provider = new WatchedProvider(false, Duration.ZERO);

    keeper(provider, Set.of(Provider.GOOGLE)).isDone(LEASE, due(REF), token());

    assertThat(provider.calls()).hasSizeLessThan(5);
    assertThat(known.nextAt()).isAfter(NOW);
  }

  private ChannelKeeper keeper(WatchedProvider provider, Set<Provider> reachable) {
    ChannelSecrets secrets =
        new ChannelSecrets(
            new Vault(
                List.of(SealingKey.of("k1", "GMpboB94rSyulVgfk2roJkMaJd4Cw8vGVTfrkSvjOZw=")),
                "k1"));
    return new ChannelKeeper(
        Map.of(Provider.GOOGLE, provider),
        new ChannelAddresses(Optional.of(secrets), "https://time.example.com", reachable),
        known,
        POLL,
        () -> now,
        new Random(1));
  }

  private DueChannels due(@Nullable CalendarRef ref) {
    Connection connection =
        new Connection(
            new ConnectionId("conn_1"),
            new WorkspaceId("ws_1"),
            new UserId("u_ann"),
            Provider.GOOGLE,
            "Mine",
            ConnectionStatus.ACTIVE,
            null,
            null,
            false,
            14,
            14,
            NOW,
            NOW,
            1,
            1,
            null);
    return new DueChannels(connection, null, new CalendarId("cal_1"), ref, now, 0, null);
  }

  private static OAuthToken token() {
    return new OAuthToken("sub-1", null, "token-1");
  }
}
