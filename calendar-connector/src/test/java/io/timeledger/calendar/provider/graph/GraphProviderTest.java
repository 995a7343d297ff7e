package io.timeledger.calendar.provider.graph;

import static io.timeledger.calendar.provider.graph.GraphJson.event;
import static io.timeledger.calendar.provider.graph.GraphJson.object;
import static io.timeledger.calendar.provider.graph.GraphJson.page;
import static io.timeledger.calendar.provider.graph.GraphJson.removed;
import static io.timeledger.calendar.provider.graph.GraphJson.series;
import static io.timeledger.calendar.provider.graph.GraphJson.stub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarListing.AccessRole;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItem;
import io.timeledger.calendar.provider.rest.JsonApi;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphProviderTest {
  private static final String CALENDAR = "/me/calendars/AQMk-_=";
  private static final String DELTA =
      CALENDAR
          + "/calendarView/delta?startDateTime=2026-10-30T23:00:00Z"
          + "&endDateTime=2026-12-01T23:00:00Z";
  private static final CalendarRef REF = new CalendarRef("AQMk-_=");
  private static final Access ACCESS = new Access.OAuthToken("tid/oid", null, "token-1");

  private final GraphServer server = new GraphServer();
  private final HttpCaller caller =
      new HttpCaller(
          new AddressGuard(List.of("127.0.0.0/8")), NameResolver.system(), Duration.ofSeconds(30));
  private final GraphProvider provider =
      new GraphProvider(
          new JsonApi(caller::exchange, CallTurns.UNPACED, InstantSource.system(), server.base()),
          InstantSource.system());

  @AfterEach
  void stop() {
    caller.close();
    server.close();
  }

  @Test
  void listsTheCalendarsOfAllPages() throws ProviderException {
    server.answer(
        "/me/calendars?$top=100",
        page(
            "@odata.nextLink",
            server.url("/me/calendars?$skip=2"),
            object()
                .put("id", "a")
                .put("name", "Calendar")
                .put("isDefaultCalendar", true)
                .put("canEdit", true),
            object().put("id", "shared").put("canEdit", true).put("canShare", true)));
    server.answer(
        "/me/calendars?$skip=2",
        page(
            "@odata.context",
            "x",
            object().put("id", "b").put("canEdit", true),
            object().put("id", "A").putNull("name").put("canEdit", false)));

    assertThat(provider.calendars(ACCESS))
        .containsExactly(
            new CalendarListing(new CalendarRef("a"), "Calendar", null, AccessRole.OWNER, true),
            new CalendarListing(new CalendarRef("shared"), null, null, AccessRole.OWNER, false),
            new CalendarListing(new CalendarRef("b"), null, null, AccessRole.WRITER, false),
            new CalendarListing(new CalendarRef("A"), null, null, AccessRole.READER, false));
  }

  @Test
  void failsAListWithACalendarThatCannotBeRead() {
    server.answer(
        "/me/calendars",
        page("@odata.context", "x", object().put("id", "a"), object().put("name", "without")));

    assertThat(fault(() -> provider.calendars(ACCESS)))
        .isEqualTo(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
  }

  @Test
  void asksForConsentWhenTheAccountMayNotListItsCalendars() {
    server.answer("/me/calendars", 403, "{\"error\":{\"code\":\"ErrorAccessDenied\"}}", null);

    assertThat(fault(() -> provider.calendars(ACCESS)))
        .isEqualTo(new ProviderFault.ConsentMissing(FaultReason.CONSENT_MISSING));
  }

  @Test
  void endsAListOfCalendarsWithoutEnd() {
    server.answer("/me/calendars", page("@odata.nextLink", server.url("/me/calendars?$skip=2")));

    assertThat(fault(() -> provider.calendars(ACCESS)).reason())
        .isEqualTo(FaultReason.ANSWER_UNEXPECTED);
    assertThat(server.requests()).hasSize(50);
  }

  @Test
  void readsARoundToItsDeltaLinkAndTheNextOneFromThere() throws ProviderException {
    server.answer(DELTA, page("@odata.nextLink", link("$skiptoken=2"), event("e1", "2026-11-03")));
    server.answer(target("$skiptoken=2"), page("@odata.nextLink", link("$skiptoken=3")));
    server.answer(
        target("$skiptoken=3"),
        page("@odata.deltaLink", link("$deltatoken=4"), event("e2", "2026-11-04")));
    server.answer(
        target("$deltatoken=4"), page("@odata.nextLink", link("$skiptoken=5"), removed("e1")));
    server.answer(target("$skiptoken=5"), page("@odata.deltaLink", link("$deltatoken=6")));

    EventPage first = full();
    EventPage second = more(first);
    EventPage third = more(second);
    EventPage changes = next(cursor(third));
    EventPage end = more(changes);

    assertThat(refs(first)).containsExactly("e1");
    assertThat(refs(second)).isEmpty();
    assertThat(refs(third)).containsExactly("e2");
    assertThat(List.of(first, second, third))
        .allSatisfy(page -> assertThat(page.coverage()).isEqualTo(Coverage.FULL));
    assertThat(changes.removed()).containsExactly("e1");
    assertThat(List.of(changes, end))
        .allSatisfy(page -> assertThat(page.coverage()).isEqualTo(Coverage.CHANGES));
    assertThat(cursor(end)).isEqualTo(new EventCursor(link("$deltatoken=6")));
  }

  @Test
  void asksForSeriesAndRemovedEventsInTheirCalendar() throws ProviderException {
    server.answer(
        target("$deltatoken=1"),
        page(
            "@odata.deltaLink",
            link("$deltatoken=2"),
            stub("o1", "s/1", "2026-11-03"),
            series("alone", "2026-01-06"),
            removed("moved"),
            removed("gone")));
    server.answer(CALENDAR + "/events/s%2F1", series("s/1", "2026-01-06"));
    server.answer(CALENDAR + "/events/alone/instances", page("@odata.context", "x"));
    server.answer(CALENDAR + "/events/moved", event("moved", "2027-03-01"));

    EventPage page = next(new EventCursor(link("$deltatoken=1")));

    assertThat(page.events())
        .extracting(SourceEvent::eventRef, SourceEvent::title)
        .containsExactly(tuple("o1", "Title of s/1"), tuple("moved", "Title of moved"));
    assertThat(page.removed()).containsExactly("gone");
    assertThat(page.wholeSeries()).containsExactly("alone");
    assertThat(server.targets())
        .as("bodies are never asked for")
        .filteredOn(target -> target.contains("/events/"))
        .hasSize(4)
        .allSatisfy(target -> assertThat(target).contains("$select=id,"));
  }

  @Test
  void sendsItsPreferencesInOneHeaderWithEachRequest() throws ProviderException {
    server.answer(
        DELTA, page("@odata.nextLink", link("$skiptoken=2"), stub("o1", "s", "2026-11-03")));
    server.answer(target("$skiptoken=2"), page("@odata.deltaLink", link("$deltatoken=3")));
    server.answer(CALENDAR + "/events/s", series("s", "2026-01-06"));

    more(full());

    assertThat(server.requests())
        .hasSize(3)
        .allSatisfy(
            request -> {
              assertThat(request.headers())
                  .containsEntry(
                      "prefer",
                      "IdType=\"ImmutableId\", outlook.timezone=\"UTC\", odata.maxpagesize=100")
                  .containsEntry("authorization", "Bearer token-1");
            });
  }

  @Test
  void followsLinksOnTheConfiguredOriginOnly() {
    try (GraphServer other = new GraphServer()) {
      for (String link : new String[] {"@odata.nextLink", "@odata.deltaLink"}) {
        server.answer(DELTA, page(link, other.url("/x"), event("e", "2026-11-03")));
        assertThat(fault(this::full))
            .isEqualTo(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
      }
      assertThat(fault(() -> next(new EventCursor(other.url("/x")))))
          .isEqualTo(new ProviderFault.CursorGone(FaultReason.CURSOR_EXPIRED));
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void showsThatPagesRepeat() throws ProviderException {
    server.answer(
        DELTA,
        page(
            "@odata.nextLink",
            link("$skiptoken=2"),
            series("a", "2026-01-06"),
            series("b", "2026-01-06")));
    server.answer(target("$skiptoken=2"), page("@odata.nextLink", link("$skiptoken=2")));

    EventPage first = full();

    assertThat(place(more(first))).isEqualTo(place(first));
  }

  @ParameterizedTest
  @CsvSource({
    "401, InvalidAuthenticationToken, AuthLost, LOGIN_REJECTED",
    "403, ErrorAccessDenied, Permanent, CALENDAR_DENIED",
    "403, Authorization_RequestDenied, ConsentMissing, CONSENT_MISSING",
    "403, ErrorMailboxMoveInProgress, Permanent, ANSWER_UNEXPECTED",
    "404, MailboxNotEnabledForRESTAPI, Permanent, CALENDAR_GONE",
    "404, ErrorItemNotFound, Permanent, CALENDAR_GONE",
    "400, ErrorInvalidIdMalformed, Permanent, ANSWER_UNEXPECTED",
    "410, SyncStateNotFound, CursorGone, CURSOR_EXPIRED",
    "410, x, CursorGone, CURSOR_EXPIRED",
    "400, syncStateNotFound, CursorGone, CURSOR_EXPIRED",
    "409, resyncRequired, CursorGone, CURSOR_EXPIRED",
    "429, ApplicationThrottled, Throttled, RATE_LIMITED",
    "503, ErrorServerBusy, Throttled, SERVER_FAILED",
    "500, generalException, Transient, SERVER_FAILED",
    "504, x, Transient, SERVER_FAILED",
    "302, x, Permanent, ANSWER_UNEXPECTED"
  })
  void namesTheFaultOfAnAnswer(int status, String code, String kind, FaultReason reason) {
    server.answer(DELTA, status, "{\"error\":{\"code\":\"" + code + "\"}}", null);

    ProviderFault fault = fault(this::full);

    assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(fault.reason()).isEqualTo(reason);
  }

  @Test
  void leavesOutWhatItMayNotAskFor() throws ProviderException {
    server.answer(
        target("$deltatoken=1"),
        page(
            "@odata.deltaLink",
            link("$deltatoken=2"),
            removed("bad"),
            stub("o", "malformed", "2026-11-03"),
            event("e", "2026-11-04")));
    String error = "{\"error\":{\"code\":\"ErrorInvalidIdMalformed\"}}";
    server.answer(CALENDAR + "/events/bad", 400, error, null);
    server.answer(CALENDAR + "/events/malformed", 400, error, null);

    EventPage page = next(new EventCursor(link("$deltatoken=1")));

    assertThat(refs(page)).containsExactly("e");
    assertThat(page.removed()).isEmpty();
    assertThat(page.unreadable())
        .containsExactlyInAnyOrder(
            new UnreadableItem("bad", "lookup_refused"),
            new UnreadableItem("malformed", "lookup_refused"));
  }

  @Test
  void startsOverWhenADeltaLinkIsRefused() {
    server.answer(target("$deltatoken=1"), 400, "{\"error\":{\"code\":\"BadRequest\"}}", null);

    assertThat(fault(() -> next(new EventCursor(link("$deltatoken=1")))))
        .isEqualTo(new ProviderFault.CursorGone(FaultReason.CURSOR_EXPIRED));
    server.answer(target("$deltatoken=1"), 302, "{}", null);
    assertThat(fault(() -> next(new EventCursor(link("$deltatoken=1")))))
        .as("another fault")
        .isEqualTo(new ProviderFault.Permanent(FaultReason.ANSWER_UNEXPECTED));
  }

  @Test
  void readsTheCodeWithinAnErrorAndNoneOutsideOfJson() {
    server.answer(
        DELTA,
        400,
        "{\"error\":{\"code\":\"x\",\"innerError\":{\"code\":\"resyncRequired\"}}}",
        null);
    assertThat(fault(this::full)).isInstanceOf(ProviderFault.CursorGone.class);

    server.answer(DELTA, 403, "<html>", null);
    assertThat(fault(this::full)).isInstanceOf(ProviderFault.Permanent.class);
  }

  @Test
  void obeysRetryAfterAlsoWhenItAsksForASeries() {
    server.answer(
        DELTA, page("@odata.deltaLink", link("$deltatoken=1"), stub("o1", "s", "2026-11-03")));
    server.answer(CALENDAR + "/events/s", 429, "", "120");

    assertThat(fault(this::full))
        .isEqualTo(new ProviderFault.Throttled(FaultReason.RATE_LIMITED, Duration.ofMinutes(2)));
  }

  private EventPage full() throws ProviderException {
    return provider.full(ACCESS, REF, GraphJson.NOVEMBER, GraphJson.ANNA);
  }

  private EventPage more(EventPage before) throws ProviderException {
    return provider.more(ACCESS, REF, GraphJson.NOVEMBER, GraphJson.ANNA, place(before));
  }

  private EventPage next(EventCursor cursor) throws ProviderException {
    return provider.next(ACCESS, REF, GraphJson.NOVEMBER, GraphJson.ANNA, cursor);
  }

  private static ProviderFault fault(ThrowingCallable call) {
    return catchThrowableOfType(ProviderException.class, call).fault();
  }

  private static PagePlace place(EventPage page) {
    return ((PageEnd.More) page.end()).place();
  }

  private static EventCursor cursor(EventPage page) {
    return ((PageEnd.End) page.end()).cursor();
  }

  private static List<String> refs(EventPage page) {
    return page.events().stream().map(SourceEvent::eventRef).toList();
  }

  private String link(String token) {
    return server.url(target(token));
  }

  private static String target(String token) {
    return CALENDAR + "/calendarView/delta?" + token;
  }
}
