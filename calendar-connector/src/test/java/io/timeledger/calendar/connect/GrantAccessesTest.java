package io.timeledger.calendar.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.round.DueWork.DueListing;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.LostLeaseException;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.ConnectionGrant;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.OAuthTicket;
import io.timeledger.schemas.secret.SealContext;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A connection to a provider that rotates refresh tokens, with failures between any two steps.
class GrantAccessesTest {
  private static final Instant NOON = Instant.parse("2026-04-29T12:00:00Z");
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");
  private static final ConnectionId ID = new ConnectionId("conn_1");
  private static final LaneLease LEASE = new LaneLease("conn_1", 1);
  private static final RecordCodec<OAuthTicket> TICKETS = new RecordCodec<>(OAuthTicket.class);

  private final Vault keys =
      new Vault(List.of(SealingKey.of("k", "GMpboB94rSyulVgfk2roJkMaJd4Cw8vGVTfrkSvjOZw=")), "k");
  private final RotatingProvider provider = new RotatingProvider();
  private final OneGrant store = new OneGrant();
  private Instant now = NOON;
  private final GrantAccesses accesses =
      new GrantAccesses(new ConnectionVault(Optional.of(keys)), store, provider, () -> now);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void neverUsesATokenThatIsNotStoredAndLosesNone(long seed) throws ProviderException {
    Random random = new Random(seed);
    ConnectionSecret ticket = ticket(1);
    accesses.open(LEASE, due(ticket));
    int lost = 0;
    for (int step = 0; step < 3_000; step++) {
      now = now.plusSeconds(random.nextInt(3_000));
      // The ledger drops the ticket some time after it was used up.
      ConnectionSecret seen = random.nextBoolean() ? ticket : null;
      provider.down = random.nextInt(5) == 0;
      boolean renew = random.nextInt(4) == 0;
      try {
        Access access =
            renew
                ? accesses.renewed(LEASE, due(seen)).orElseThrow()
                : accesses.open(LEASE, due(seen));
        assertThat(provider.isValid(access, now)).isTrue();
        assertThat(store.stored(keys)).contains(((Access.OAuthToken) access).token());
      } catch (ProviderException e) {
        assertThat(e.fault()).isInstanceOf(ProviderFault.Transient.class);
        assertThat(provider.down).isTrue();
        lost++;
      }
    }
    assertThat(lost).isBetween(100, 1_500);
    assertThat(provider.exchanges).as("of one ticket").isEqualTo(1);
  }

  @Test
  void tellsTheAddressOfTheAccount() throws ProviderException {
    assertThat(accesses.open(LEASE, due(ticket(1))))
        .isInstanceOfSatisfying(
            Access.OAuthToken.class,
            token -> assertThat(token.address()).isEqualTo("ann@example.com"));
  }

  @Test
  void leavesTheLaneToItsNewHolderWithTheTokensThatServe() throws ProviderException {
    accesses.open(LEASE, due(ticket(1)));
    now = now.plus(Duration.ofHours(2));
    store.lost = true;

    assertThat(catchThrowable(() -> accesses.open(LEASE, due(null))))
        .isInstanceOf(LostLeaseException.class);
    store.lost = false;
    assertThat(provider.isValid(accesses.open(LEASE, due(null)), now)).isTrue();
  }

  @Test
  void losesNothingByAKillBeforeTheNewTokenIsStoredWhereTheOldOneStillServes()
      throws ProviderException {
    provider.keepsOldTokens = true;
    accesses.open(LEASE, due(ticket(1)));
    String before = store.stored(keys);
    now = now.plus(Duration.ofHours(2));
    store.killed = true;
    assertThat(catchThrowable(() -> accesses.open(LEASE, due(null)))).isNotNull();
    assertThat(store.stored(keys)).isEqualTo(before);
    store.killed = false;

    assertThat(provider.isValid(accesses.open(LEASE, due(null)), now)).isTrue();
    assertThat(provider.exchanges).isEqualTo(1);
  }

  @Test
  void asksForConsentWhenAScopeWasUnticked() throws ProviderException {
    provider.scopes = List.of("openid", "https://www.googleapis.com/auth/calendar.events.readonly");

    assertThat(fault(due(ticket(1)))).isInstanceOf(ProviderFault.ConsentMissing.class);
    assertThat(fault(due(null))).as("still").isInstanceOf(ProviderFault.ConsentMissing.class);

    provider.scopes = List.of();
    assertThat(accesses.open(LEASE, due(ticket(2)))).isNotNull();
  }

  @Test
  void exchangesATicketWithinItsTimeAlone() {
    ConnectionSecret ticket = ticket(1);
    now = NOON.plus(Duration.ofMinutes(10));

    assertThat(fault(due(ticket)))
        .isEqualTo(new ProviderFault.Rejected(FaultReason.SIGN_IN_EXPIRED));
    assertThat(provider.exchanges).isZero();
  }

  @Test
  void asksToSignInWithoutTicketAndGrant() {
    assertThat(fault(due(null))).isEqualTo(new ProviderFault.AuthLost(FaultReason.SIGN_IN_NEEDED));
  }

  @Test
  void saysWhyAnAccountIsNotTaken() {
    store.outcome = GrantStore.Outcome.ACCOUNT_CONNECTED;
    assertThat(fault(due(ticket(1))))
        .isEqualTo(new ProviderFault.Rejected(FaultReason.ACCOUNT_CONNECTED));
    store.outcome = GrantStore.Outcome.ACCOUNT_DIFFERS;
    assertThat(fault(due(ticket(2))))
        .isEqualTo(new ProviderFault.Rejected(FaultReason.ACCOUNT_DIFFERS));
  }

  private @Nullable ProviderFault fault(DueListing due) {
    try {
      accesses.open(LEASE, due);
      return null;
    } catch (ProviderException e) {
      return e.fault();
    }
  }

  private ConnectionSecret ticket(int version) {
    OAuthTicket ticket =
        new OAuthTicket("code-" + version, "v", "https://r", NOON.plus(Duration.ofMinutes(10)));
    return new ConnectionSecret(
        ID,
        WORKSPACE,
        version,
        keys.seal(new String(TICKETS.write(ticket), UTF_8), SealContext.connection(WORKSPACE, ID)));
  }

  private static DueListing due(@Nullable ConnectionSecret secret) {
    Connection connection =
        new Connection(
            ID,
            WORKSPACE,
            new UserId("u"),
            Provider.GOOGLE,
            "Mine",
            ConnectionStatus.ACTIVE,
            null,
            null,
            false,
            30,
            14,
            NOON,
            NOON,
            1,
            1,
            null);
    return new DueListing(connection, secret, NOON, 0, null);
  }

  /// Accepts the last refresh token alone, unless it keeps the old ones.
  private final class RotatingProvider implements TokenEndpoint {
    private List<String> scopes = List.of();
    private boolean down;
    private boolean keepsOldTokens;
    private int exchanges;
    private int issued;
    private Instant expires = Instant.EPOCH;

    boolean isValid(Access access, Instant at) {
      return access instanceof Access.OAuthToken token
          && token.token().equals("access-" + issued)
          && at.isBefore(expires);
    }

    @Override
    public SignedIn exchange(Provider name, OAuthTicket ticket) {
      exchanges++;
      return new SignedIn(new Account(name, "sub", "ann@example.com"), next());
    }

    @Override
    public GrantedTokens refresh(Provider name, String refreshToken) throws ProviderException {
      if (down) {
        throw new ProviderException(new ProviderFault.Transient(FaultReason.TIMED_OUT));
      }
      if (!keepsOldTokens && !refreshToken.equals("refresh-" + issued)) {
        throw new ProviderException(new ProviderFault.AuthLost(FaultReason.SIGN_IN_NEEDED));
      }
      return next();
    }

    @Override
    public void revoke(Provider name, String token) {}

    private GrantedTokens next() {
      issued++;
      expires = now.plus(Duration.ofHours(1));
      return new GrantedTokens("access-" + issued, "refresh-" + issued, expires, scopes);
    }
  }

  private static final class OneGrant implements GrantStore {
    private @Nullable ConnectionGrant grant;
    private Outcome outcome = Outcome.STORED;
    private boolean lost;
    private boolean killed;

    String stored(Vault keys) {
      ConnectionGrant found = Objects.requireNonNull(grant);
      return keys.open(found.grant(), SealContext.grant(WORKSPACE, ID));
    }

    @Override
    public Optional<ConnectionGrant> find(ConnectionId id) {
      return Optional.ofNullable(grant);
    }

    @Override
    public void renew(LaneLease lease, ConnectionGrant next) {
      if (killed) {
        throw new IllegalStateException("killed");
      }
      assertThat(next.version()).isEqualTo(Objects.requireNonNull(grant).version() + 1);
      grant = next;
      if (lost) {
        throw new LostLeaseException(lease);
      }
    }

    @Override
    public Outcome put(LaneLease lease, Connection connection, ConnectionGrant next) {
      if (lost) {
        throw new LostLeaseException(lease);
      }
      if (outcome == Outcome.STORED) {
        assertThat(next.version()).isEqualTo(grant == null ? 1 : grant.version() + 1);
        grant = next;
      }
      return outcome;
    }
  }
}
