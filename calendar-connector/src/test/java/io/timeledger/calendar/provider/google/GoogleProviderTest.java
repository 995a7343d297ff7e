package io.timeledger.calendar.provider.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.provider.rest.JsonApi;
import io.timeledger.calendar.testkit.JsonServer;
import io.timeledger.calendar.testkit.JsonServer.Response;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoogleProviderTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Access ACCESS = new Access.OAuthToken("sub", null, "token-1");
  private static final CalendarRef REF = new CalendarRef("anna@example.com");
  private static final CalendarOwner ANNA = new CalendarOwner(BERLIN, Set.of());
  private static final Window NOVEMBER =
      new Window(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-01"), BERLIN);
  private static final Response REFUSED =
      new Response(
          400,
          Map.of(),
          "{\"error\":{\"code\":400,\"errors\":[{\"domain\":\"global\",\"reason\":\"invalid\"}]}}");

  private final JsonServer server = new JsonServer();
  private final HttpCaller caller =
      new HttpCaller(
          new AddressGuard(List.of("127.0.0.0/8")), NameResolver.system(), Duration.ofSeconds(30));
  private final GoogleProvider provider =
      new GoogleProvider(
          new JsonApi(caller::exchange, CallTurns.UNPACED, InstantSource.system(), server.base()));

  @AfterEach
  void stop() {
    caller.close();
    server.close();
  }

  @Test
  void startsOverWhenItsTokenIsRefusedAsMalformed() throws ProviderException {
    server.follow(_ -> Response.ok("{\"items\":[],\"nextSyncToken\":\"t1\"}"));
    EventPage full = provider.full(ACCESS, REF, NOVEMBER, ANNA);
    EventCursor cursor = ((PageEnd.End) full.end()).cursor();
    server.follow(_ -> REFUSED);

    assertThat(fault(() -> provider.next(ACCESS, REF, NOVEMBER, ANNA, cursor)))
        .isEqualTo(new ProviderFault.CursorGone(FaultReason.CURSOR_EXPIRED));
    assertThat(fault(() -> provider.full(ACCESS, REF, NOVEMBER, ANNA)))
        .as("without a token")
        .isEqualTo(new ProviderFault.Permanent(FaultReason.ANSWER_UNEXPECTED));
  }

  private static ProviderFault fault(ThrowingCallable call) {
    return catchThrowableOfType(ProviderException.class, call).fault();
  }
}
