package io.timeledger.calendar.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.ProviderFault.Permanent;
import io.timeledger.calendar.provider.ProviderFault.Throttled;
import io.timeledger.calendar.provider.ProviderFault.Transient;
import io.timeledger.calendar.provider.Window;
import io.timeledger.schemas.resource.Provider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProviderCallsTest {
  private static final Access ANN = new Access.OAuthToken("ann", null, "token-1");
  private static final Access BOB = new Access.OAuthToken("bob", null, "token-2");

  private final List<Duration> waits = new ArrayList<>();
  private final Calls calls = new Calls();
  private Instant now = Instant.parse("2026-11-30T08:00:00Z");
  private final CalendarProvider provider =
      new ProviderCalls(
              List.of(
                  new CallPacing(
                      new PacedTurns(
                          new CallPace(Duration.ofMillis(200), Duration.ofMillis(500)),
                          () -> now,
                          waits::add)),
                  new CallBreaker(Provider.GOOGLE, () -> now)))
          .of(calls);

  @Test
  void waitsForItsTurnPerAccount() throws ProviderException {
    provider.calendars(ANN);
    provider.calendars(ANN);
    provider.calendars(BOB);

    assertThat(waits).containsExactly(Duration.ofMillis(200));
    assertThat(calls.count).isEqualTo(3);
  }

  @Test
  void waitsForItsTurnPerServerOfFiles() throws ProviderException {
    provider.calendars(file("https://one.example/a"));
    provider.calendars(file("https://ONE.example/b"));
    provider.calendars(file("https://two.example/a"));

    assertThat(waits).containsExactly(Duration.ofMillis(200));
  }

  @Test
  void doesNotCallWhenTheWaitIsTooLong() throws ProviderException {
    for (int i = 0; i < 3; i++) {
      provider.calendars(ANN);
    }

    assertThatThrownBy(() -> provider.calendars(ANN))
        .isInstanceOfSatisfying(
            ProviderException.class,
            e ->
                assertThat(e.fault())
                    .isEqualTo(new Throttled(FaultReason.SERVER_BUSY, Duration.ofMillis(600))));
    assertThat(calls.count).isEqualTo(3);
  }

  @Test
  void callsNothingForThirtySecondsWhenTheProviderFails() throws ProviderException {
    calls.fault = new Transient(FaultReason.SERVER_FAILED);
    fail(100);
    assertThat(calls.count).isEqualTo(100);
    calls.fault = null;

    assertThatThrownBy(() -> provider.calendars(ANN))
        .isInstanceOfSatisfying(
            ProviderException.class,
            e ->
                assertThat(e.fault())
                    .isEqualTo(new Throttled(FaultReason.PROVIDER_DOWN, Duration.ofSeconds(29))));
    assertThat(calls.count).isEqualTo(100);

    now = now.plusSeconds(29);
    provider.calendars(ANN);
    assertThat(calls.count).isEqualTo(101);
  }

  @Test
  void goesOnWhenMembersOnlyLostTheirAccess() throws ProviderException {
    calls.fault = new Permanent(FaultReason.CALENDAR_GONE);
    fail(300);

    assertThat(calls.count).isEqualTo(300);
  }

  @Test
  void goesOnWhenAccountsWaitForTheirTurns() throws ProviderException {
    calls.fault = new Throttled(FaultReason.SERVER_BUSY, null);
    fail(300);

    assertThat(calls.count).isEqualTo(300);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> provider.calendars(ANN)).isInstanceOf(ProviderException.class);
      now = now.plusSeconds(1);
    }
  }

  private static Access file(String url) {
    return new Access.IcsAddress(URI.create(url));
  }

  /// Counts calls, which fail if there is a fault.
  private static final class Calls implements CalendarProvider {
    private int count;
    private @Nullable ProviderFault fault;

    @Override
    public int queryVersion() {
      return 1;
    }

    @Override
    public List<CalendarListing> calendars(Access access) throws ProviderException {
      count++;
      if (fault != null) {
        throw new ProviderException(fault);
      }
      return List.of();
    }

    @Override
    public EventPage full(Access access, CalendarRef calendar, Window window, CalendarOwner owner) {
      throw new UnsupportedOperationException();
    }

    @Override
    public EventPage more(
        Access access, CalendarRef calendar, Window window, CalendarOwner owner, PagePlace place) {
      throw new UnsupportedOperationException();
    }

    @Override
    public EventPage next(
        Access access,
        CalendarRef calendar,
        Window window,
        CalendarOwner owner,
        EventCursor cursor) {
      throw new UnsupportedOperationException();
    }
  }
}
