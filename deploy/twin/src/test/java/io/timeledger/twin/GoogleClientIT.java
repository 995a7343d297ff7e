package io.timeledger.twin;

import static io.timeledger.twin.ControlClient.body;
import static io.timeledger.twin.ControlClient.meeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.CalendarListEntry;
import com.google.api.services.calendar.model.Channel;
import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.Events;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// Google's client of the Calendar API reads the twin.
class GoogleClientIT {
  private static final String MONDAY = "2026-03-02T09:00:00Z";
  private final ProviderTwin twin =
      ProviderTwin.start(TwinSetup.empty(InstantSource.system()).pages(2));
  private final ControlClient control = new ControlClient(twin.url());
  private final Calendar calendar;

  /// A list read to its end.
  private record Listing(List<Event> events, int pages, String syncToken) {
    List<String> titles() {
      return events.stream().map(Event::getSummary).toList();
    }
  }

  GoogleClientIT() throws IOException {
    calendar = new GoogleMember(twin.url()).calendar();
  }

  @BeforeEach
  void create() {
    control.create(meeting("One", MONDAY));
    control.create(
        meeting("Standup", "2026-03-03T09:00:00Z").put("recurrence", "FREQ=DAILY;COUNT=3"));
    control.create(
        body().put("title", "Holiday").put("start", "2026-03-04").put("end", "2026-03-05"));
  }

  @AfterEach
  void close() {
    twin.close();
  }

  @Test
  void listsCalendars() throws IOException {
    control.post("/control/calendars", body().put("name", "Team").put("access_role", "reader"));

    List<CalendarListEntry> entries = calendar.calendarList().list().execute().getItems();

    assertThat(entries).extracting("summary").containsExactly("member@example.com", "Team");
    assertThat(entries.getFirst().getPrimary()).isTrue();
    assertThat(entries.getLast().getAccessRole()).isEqualTo("reader");
  }

  @Test
  void pagesThroughInstancesToTheSyncToken() throws IOException {
    GoogleClientIT.Listing listing = full();

    assertThat(listing.pages()).isEqualTo(3);
    assertThat(listing.titles()).containsExactly("One", "Standup", "Standup", "Standup", "Holiday");
    Event instance = listing.events().get(2);
    assertThat(instance.getOriginalStartTime().getDateTime())
        .isEqualTo(DateTime.parseRfc3339("2026-03-04T10:00:00+01:00"));
    assertThat(instance.getId()).isEqualTo(instance.getRecurringEventId() + "_20260304T090000Z");
    assertThat(listing.events().get(4).getStart().getDate().toString()).isEqualTo("2026-03-04");
  }

  @Test
  void tellsWhatChangedAndNothingElse() throws IOException {
    GoogleClientIT.Listing first = full();
    String one = first.events().getFirst().getId();
    String series = first.events().get(1).getRecurringEventId();
    assertThat(since(first.syncToken()).events()).isEmpty();

    control.patch("/control/events/" + one, body().put("title", "Uno"));
    control.delete("/control/events/" + series + "?original_start=20260304T090000Z");
    GoogleClientIT.Listing changes = since(first.syncToken());

    assertThat(changes.titles()).containsExactlyInAnyOrder("Uno", null);
    Event cancelled = changes.events().getLast();
    assertThat(cancelled.getStatus()).isEqualTo("cancelled");
    assertThat(cancelled.getRecurringEventId()).isEqualTo(series);
    assertThat(cancelled.getStart()).isNull();

    control.delete("/control/events/" + one);
    List<Event> deleted = since(changes.syncToken()).events();
    assertThat(deleted).singleElement().extracting(Event::getStatus).isEqualTo("cancelled");
    assertThat(deleted.getFirst().getId()).isEqualTo(one);
  }

  @Test
  void keepsTheIdOfAnInstanceThatMoves() throws IOException {
    GoogleClientIT.Listing first = full();
    String series = first.events().get(1).getRecurringEventId();

    control.patch(
        "/control/events/" + series,
        body()
            .put("original_start", "20260304T090000Z")
            .put("start", "2026-03-04T12:00:00Z")
            .put("end", "2026-03-04T13:00:00Z"));

    List<Event> moved = since(first.syncToken()).events();
    assertThat(moved)
        .singleElement()
        .extracting(Event::getId)
        .isEqualTo(series + "_20260304T090000Z");
    assertThat(moved.getFirst().getStart().getDateTime())
        .isEqualTo(DateTime.parseRfc3339("2026-03-04T13:00:00+01:00"));
  }

  @Test
  void cancelsTheInstancesOfASeriesThatMoves() throws IOException {
    GoogleClientIT.Listing first = full();
    String series = first.events().get(1).getRecurringEventId();

    control.patch(
        "/control/events/" + series,
        body().put("start", "2026-03-03T10:00:00Z").put("end", "2026-03-03T10:30:00Z"));

    assertThat(since(first.syncToken()).events())
        .extracting(Event::getStatus)
        .containsExactly(
            "confirmed", "confirmed", "confirmed", "cancelled", "cancelled", "cancelled");
  }

  static Stream<Arguments> forbidden() {
    DateTime time = DateTime.parseRfc3339(MONDAY);
    return Stream.of(
        Arguments.of("iCalUID", "x"),
        Arguments.of("orderBy", "startTime"),
        Arguments.of("privateExtendedProperty", List.of("a=b")),
        Arguments.of("sharedExtendedProperty", List.of("a=b")),
        Arguments.of("q", "x"),
        Arguments.of("timeMin", time),
        Arguments.of("timeMax", time),
        Arguments.of("updatedMin", time));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void refusesWhatASyncTokenForbids(String parameter, Object value) throws IOException {
    Calendar.Events.List request =
        calendar.events().list("primary").setSingleEvents(true).setSyncToken(full().syncToken());
    request.put(parameter, value);

    assertThat(error(request::execute)).isEqualTo("400 badRequest");
  }

  @Test
  void refusesToHideDeletionsAndToChangeParameters() throws IOException {
    String token = full().syncToken();
    Calendar.Events.List list = calendar.events().list("primary").setSyncToken(token);

    assertThat(error(list::execute)).isEqualTo("400 badRequest");
    assertThat(error(list.setSingleEvents(true).setShowDeleted(false)::execute))
        .isEqualTo("400 badRequest");
  }

  @Test
  void forgetsTokensAndTakesFreshOnes() throws IOException {
    String token = full().syncToken();
    control.post("/control/expire-sync-tokens", body());

    assertThat(error(() -> since(token))).isEqualTo("410 fullSyncRequired");
    assertThat(since(full().syncToken()).events()).isEmpty();
  }

  @Test
  void comparesTheWindowWithEndAndStart() throws IOException {
    Calendar.Events.List list =
        calendar
            .events()
            .list("primary")
            .setSingleEvents(true)
            .setTimeMin(DateTime.parseRfc3339("2026-03-02T10:00:00Z"))
            .setTimeMax(DateTime.parseRfc3339("2026-03-03T09:00:01Z"));

    assertThat(list.execute().getItems()).extracting(Event::getSummary).containsExactly("Standup");
  }

  @Test
  void givesNoSyncTokenToAnOrder() throws IOException {
    assertThat(
            read(calendar.events().list("primary").setSingleEvents(true).setOrderBy("startTime")))
        .extracting(Listing::titles, Listing::syncToken)
        .containsExactly(List.of("One", "Standup", "Holiday", "Standup", "Standup"), "");
  }

  @Test
  void givesSeriesWithTheirRule() throws IOException {
    List<Event> events = read(calendar.events().list("primary")).events();

    assertThat(events).extracting(Event::getSummary).containsExactly("One", "Standup", "Holiday");
    assertThat(events.get(1).getRecurrence()).containsExactly("RRULE:FREQ=DAILY;COUNT=3");
    assertThat(calendar.events().get("primary", events.get(1).getId()).execute().getRecurrence())
        .isEqualTo(events.get(1).getRecurrence());
  }

  @Test
  void givesTheFieldsAskedForAndNoTokenUnasked() throws IOException {
    Events page =
        calendar
            .events()
            .list("primary")
            .setFields("nextPageToken,items(id,start/dateTime)")
            .execute();

    assertThat(page.getNextPageToken()).isNotNull();
    assertThat(page.getTimeZone()).isNull();
    Event event = page.getItems().getFirst();
    assertThat(event.getId()).isNotNull();
    assertThat(event.getSummary()).isNull();
    assertThat(event.getStart().getDateTime()).isNotNull();
    assertThat(event.getStart().getTimeZone()).isNull();
    assertThat(error(calendar.events().list("primary").setFields("items(id")::execute))
        .isEqualTo("400 invalid");
  }

  @Test
  void listsThroughEmptyPages() throws IOException {
    control.post("/control/faults", body().put("kind", "empty_page").put("times", 3));

    GoogleClientIT.Listing listing = full();

    assertThat(listing.pages()).isEqualTo(6);
    assertThat(listing.events()).hasSize(5);
  }

  @Test
  void pushesToAChannelUntilItIsStopped() throws Exception {
    try (PushReceiver receiver = new PushReceiver(true)) {
      Channel channel =
          calendar
              .events()
              .watch(
                  "primary",
                  new Channel()
                      .setId("channel-1")
                      .setType("web_hook")
                      .setAddress(receiver.url())
                      .setToken("secret")
                      .setParams(Map.of("ttl", "600")))
              .execute();
      PushReceiver.Received sync = receiver.next();
      assertThat(sync.header("X-Goog-Resource-State")).isEqualTo("sync");
      assertThat(sync.header("X-Goog-Message-Number")).isEqualTo("1");
      assertThat(sync.header("X-Goog-Channel-Token")).isEqualTo("secret");
      assertThat(sync.header("X-Goog-Resource-ID")).isEqualTo(channel.getResourceId());

      control.post("/control/move-next-meeting?minutes=30", soon());
      PushReceiver.Received exists = receiver.next();
      assertThat(exists.header("X-Goog-Resource-State")).isEqualTo("exists");
      assertThat(exists.body()).isEmpty();

      control.fault("drop_push");
      control.fault("repeat_push");
      control.create(meeting("Dropped", MONDAY));
      control.create(meeting("Repeated", MONDAY));
      assertThat(receiver.next().header("X-Goog-Message-Number"))
          .isEqualTo(receiver.next().header("X-Goog-Message-Number"));

      await().untilAsserted(() -> assertThat(pushes("channel-1")).isEqualTo(5));
      calendar.channels().stop(channel).execute();
      control.create(meeting("Silent", MONDAY));
      calendar
          .events()
          .watch(
              "primary",
              new Channel().setId("channel-2").setType("web_hook").setAddress(receiver.url()))
          .execute();
      assertThat(receiver.next().header("X-Goog-Channel-ID")).isEqualTo("channel-2");
      assertThat(pushes("channel-1")).isEqualTo(5);
    }
  }

  @Test
  void refusesAChannelThatIsTakenAndAnAddressWithoutHttps() throws Exception {
    try (PushReceiver receiver = new PushReceiver(true)) {
      Channel channel = new Channel().setId("c").setType("web_hook").setAddress(receiver.url());
      calendar.events().watch("primary", channel).execute();

      assertThat(error(calendar.events().watch("primary", channel)::execute))
          .isEqualTo("400 channelIdNotUnique");
      channel.setId("d").setAddress("http://example.com/push");
      assertThat(error(calendar.events().watch("primary", channel)::execute))
          .isEqualTo("400 webhookUrlNotHttps");
    }
  }

  @Test
  void failsAsToldAndRecovers() throws IOException {
    Calendar.Events.List list = calendar.events().list("primary");
    control.fault("rate_limited");
    control.fault("forbidden");
    control.fault("unavailable");
    control.fault("reset");

    assertThat(error(list::execute)).isEqualTo("403 rateLimitExceeded");
    assertThat(error(list::execute)).isEqualTo("403 forbidden");
    assertThat(error(list::execute)).isEqualTo("503 backendError");
    assertThatThrownBy(list::execute).isInstanceOf(IOException.class);
    assertThat(list.execute().getItems()).isNotEmpty();
  }

  /// A meeting to come, for the twin's clock is the machine's.
  private ObjectNode soon() {
    control.post("/control/clock", body().put("now", "2026-03-02T08:00:00Z"));
    return body();
  }

  private long pushes(String channel) {
    return control
        .get("/control/pushes")
        .path("pushes")
        .valueStream()
        .filter(push -> push.path("channel").asString().equals(channel))
        .count();
  }

  private Listing full() throws IOException {
    return read(calendar.events().list("primary").setSingleEvents(true));
  }

  private Listing since(String token) throws IOException {
    return read(calendar.events().list("primary").setSingleEvents(true).setSyncToken(token));
  }

  private static Listing read(Calendar.Events.List list) throws IOException {
    List<Event> events = new ArrayList<>();
    for (int pages = 1; ; pages++) {
      Events page = list.execute();
      events.addAll(page.getItems());
      if (page.getNextPageToken() == null) {
        String token = page.getNextSyncToken();
        return new Listing(events, pages, token == null ? "" : token);
      }
      assertThat(page.getNextSyncToken()).isNull();
      list.setPageToken(page.getNextPageToken());
    }
  }

  private static String error(ThrowingCallable call) {
    GoogleJsonError details =
        catchThrowableOfType(GoogleJsonResponseException.class, call).getDetails();
    return details.getCode() + " " + details.getErrors().getFirst().getReason();
  }
}
