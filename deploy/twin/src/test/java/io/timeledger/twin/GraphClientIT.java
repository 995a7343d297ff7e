package io.timeledger.twin;

import static io.timeledger.twin.ControlClient.body;
import static io.timeledger.twin.ControlClient.meeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.graph.models.Calendar;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.EventCollectionResponse;
import com.microsoft.graph.models.EventType;
import com.microsoft.graph.models.FreeBusyStatus;
import com.microsoft.graph.models.ResponseType;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.calendars.item.calendarview.delta.DeltaGetResponse;
import com.microsoft.graph.users.item.calendars.item.calendarview.delta.DeltaRequestBuilder;
import com.microsoft.graph.users.item.calendars.item.events.item.instances.InstancesRequestBuilder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Microsoft's client of Graph reads the twin.
class GraphClientIT {
  private static final String PREFER =
      "IdType=\"ImmutableId\", odata.maxpagesize=2, outlook.timezone=\"UTC\"";
  private final ProviderTwin twin = ProviderTwin.start(TwinSetup.empty(InstantSource.system()));
  private final ControlClient control = new ControlClient(twin.url());
  private final GraphServiceClient graph = new GraphMember(twin.url()).graph();
  private String one = "";
  private String series = "";

  /// A round read to its end.
  private record Round(List<Event> events, int pages, String deltaLink) {
    List<String> kinds() {
      return events.stream()
          .map(
              event ->
                  event.getAdditionalData().containsKey("@removed")
                      ? "removed"
                      : event.getType() + " " + event.getSubject())
          .toList();
    }
  }

  @BeforeEach
  void create() {
    one = control.create(at("One", "2026-03-02T09:00:00Z"));
    series =
        control.create(
            at("Standup", "2026-03-03T09:00:00Z").put("recurrence", "FREQ=DAILY;COUNT=3"));
  }

  @AfterEach
  void close() {
    twin.close();
  }

  @Test
  void listsCalendars() {
    List<Calendar> calendars = Objects.requireNonNull(graph.me().calendars().get()).getValue();

    assertThat(calendars).singleElement().matches(calendar -> calendar.getIsDefaultCalendar());
  }

  @Test
  void givesSeriesAsMasterAndStubs() {
    GraphClientIT.Round round = full();

    assertThat(round.pages()).isEqualTo(3);
    assertThat(round.kinds())
        .containsExactly(
            "SingleInstance One",
            "SeriesMaster Standup",
            "Occurrence null",
            "Occurrence null",
            "Occurrence null");
    Event master = round.events().get(1);
    Event stub = round.events().get(3);
    assertThat(stub.getSeriesMasterId()).isEqualTo(master.getId());
    assertThat(stub.getStart()).extracting("dateTime").isEqualTo("2026-03-04T09:00:00.0000000");
    assertThat(master.getRecurrence()).isNotNull();

    Event asked = event(Objects.requireNonNull(stub.getId()));
    assertThat(asked.getSubject()).isEqualTo("Standup");
    assertThat(asked.getType()).isEqualTo(EventType.Occurrence);
    assertThat(asked.getICalUId()).contains("07EA0304").hasSize(112);
  }

  @Test
  void namesOwnerAndOrganizerAmongTheAttendees() {
    control.patch(
        "/control/events/" + one,
        body().put("organizer", "bob@example.com").put("response", "accepted"));
    Event invited = full().events().getFirst();

    assertThat(Objects.requireNonNull(invited.getAttendees()))
        .extracting(
            guest -> Objects.requireNonNull(guest.getEmailAddress()).getAddress(),
            guest -> Objects.requireNonNull(guest.getStatus()).getResponse())
        .containsExactly(
            tuple("bob@example.com", ResponseType.None),
            tuple("member@example.com", ResponseType.Accepted));
  }

  @Test
  void tellsNothingWhenNothingChanged() {
    assertThat(next(full().deltaLink()).events()).isEmpty();
  }

  @Test
  void givesASeriesAgainWithoutItsCancelledInstance() {
    GraphClientIT.Round first = full();

    control.delete("/control/events/" + series + "?original_start=20260304T090000Z");

    assertThat(next(first.deltaLink()).kinds())
        .containsExactly("SeriesMaster Standup", "Occurrence null", "Occurrence null");
  }

  @Test
  void givesAnExceptionWithItsText() {
    GraphClientIT.Round first = full();

    control.patch(
        "/control/events/" + series,
        body().put("original_start", "20260304T090000Z").put("title", "Demo"));

    assertThat(next(first.deltaLink()).kinds())
        .containsExactly(
            "SeriesMaster Standup", "Occurrence null", "Exception Demo", "Occurrence null");
  }

  @Test
  void removesWhatLeavesTheWindowThoughItLives() {
    GraphClientIT.Round first = full();

    control.patch(
        "/control/events/" + one,
        body().put("start", "2026-05-02T09:00:00Z").put("end", "2026-05-02T10:00:00Z"));
    GraphClientIT.Round moved = next(first.deltaLink());
    assertThat(moved.kinds()).containsExactly("removed");
    String id = Objects.requireNonNull(moved.events().getFirst().getId());
    assertThat(event(id).getSubject()).isEqualTo("One");

    control.delete("/control/events/" + one);
    assertThat(next(moved.deltaLink()).kinds()).containsExactly("removed");
    assertThat(error(() -> event(id))).isEqualTo("404 ErrorItemNotFound");
  }

  @Test
  void removesADeletedSeriesWithItsInstances() {
    GraphClientIT.Round first = full();

    control.delete("/control/events/" + series);

    assertThat(next(first.deltaLink()).kinds()).containsOnly("removed").hasSize(4);
  }

  @Test
  void losesItsStateAndStartsOver() {
    GraphClientIT.Round first = full();
    control.post("/control/expire-sync-tokens", body());

    assertThat(error(() -> next(first.deltaLink()))).isEqualTo("410 syncStateNotFound");
    assertThat(next(full().deltaLink()).events()).isEmpty();
  }

  @Test
  void refusesADeltaWithoutAWindow() {
    assertThat(error(() -> read(delta(), _ -> {}))).isEqualTo("400 ErrorInvalidParameter");
  }

  @Test
  void changesIdsWithTheirType() {
    String immutable = Objects.requireNonNull(full().events().getFirst().getId());

    assertThat(immutable).isNotEqualTo(one).startsWith("AAkALg");
    assertThat(event(immutable).getId()).isEqualTo(one);
  }

  @Test
  void showsAnswersAsOutlookDoes() {
    String id =
        control.create(
            at("Invited", "2026-03-02T12:00:00Z")
                .put("organizer", "boss@example.com")
                .put("response", "none_yet")
                .put("visibility", "private"));

    assertThat(event(id).getShowAs()).isEqualTo(FreeBusyStatus.Tentative);
    assertThat(event(id).getSensitivity()).hasToString("Private");
    assertThat(event(id).getResponseStatus()).extracting("response").hasToString("NotResponded");
  }

  @Test
  void givesTimesInTheZoneAskedFor() {
    Event event =
        graph
            .me()
            .events()
            .byEventId(one)
            .get(
                request ->
                    request.headers.add("Prefer", "outlook.timezone=\"W. Europe Standard Time\""));

    assertThat(Objects.requireNonNull(event).getStart())
        .extracting("dateTime", "timeZone")
        .containsExactly("2026-03-02T10:00:00.0000000", "W. Europe Standard Time");
    assertThat(event.getOriginalStartTimeZone()).isEqualTo("W. Europe Standard Time");
  }

  @Test
  void pagesThroughTheInstancesOfASeries() {
    String daily =
        control.create(
            at("Daily", "2026-03-03T11:00:00Z").put("recurrence", "FREQ=DAILY;COUNT=12"));
    InstancesRequestBuilder instances =
        graph.me().calendars().byCalendarId(calendar()).events().byEventId(daily).instances();

    EventCollectionResponse first =
        Objects.requireNonNull(
            instances.get(
                request -> {
                  InstancesRequestBuilder.GetQueryParameters query =
                      Objects.requireNonNull(request.queryParameters);
                  query.startDateTime = "2026-03-01T00:00:00Z";
                  query.endDateTime = "2026-04-01T00:00:00Z";
                  query.select = new String[] {"subject", "start"};
                }));
    EventCollectionResponse second =
        Objects.requireNonNull(
            instances.withUrl(Objects.requireNonNull(first.getOdataNextLink())).get());

    assertThat(first.getValue()).hasSize(10).extracting(Event::getSubject).containsOnly("Daily");
    assertThat(first.getValue()).extracting(Event::getEnd).containsOnlyNulls();
    assertThat(second.getValue()).hasSize(2).extracting(Event::getSubject).containsOnly("Daily");
    assertThat(second.getOdataNextLink()).isNull();
  }

  private static ObjectNode at(String title, String start) {
    return meeting(title, start).put("provider", "microsoft");
  }

  private Event event(String id) {
    return Objects.requireNonNull(
        graph.me().calendars().byCalendarId(calendar()).events().byEventId(id).get());
  }

  private String calendar() {
    List<Calendar> calendars = Objects.requireNonNull(graph.me().calendars().get()).getValue();
    return Objects.requireNonNull(Objects.requireNonNull(calendars).getFirst().getId());
  }

  private DeltaRequestBuilder delta() {
    return graph.me().calendars().byCalendarId(calendar()).calendarView().delta();
  }

  private Round full() {
    return read(
        delta(),
        request -> {
          DeltaRequestBuilder.GetQueryParameters window =
              Objects.requireNonNull(request.queryParameters);
          window.startDateTime = "2026-03-01T00:00:00Z";
          window.endDateTime = "2026-04-01T00:00:00Z";
        });
  }

  private Round next(String link) {
    return read(delta().withUrl(link), _ -> {});
  }

  private Round read(
      DeltaRequestBuilder request, Consumer<DeltaRequestBuilder.GetRequestConfiguration> first) {
    List<Event> events = new ArrayList<>();
    DeltaRequestBuilder at = request;
    for (int pages = 1; ; pages++) {
      boolean isFirst = pages == 1;
      DeltaGetResponse page =
          Objects.requireNonNull(
              at.get(
                  configuration -> {
                    configuration.headers.add("Prefer", PREFER);
                    if (isFirst) {
                      first.accept(configuration);
                    }
                  }));
      events.addAll(Objects.requireNonNull(page.getValue()));
      String next = page.getOdataNextLink();
      if (next == null) {
        return new Round(events, pages, Objects.requireNonNull(page.getOdataDeltaLink()));
      }
      assertThat(page.getOdataDeltaLink()).isNull();
      at = delta().withUrl(next);
    }
  }

  private static String error(ThrowingCallable call) {
    ODataError error = catchThrowableOfType(ODataError.class, call);
    return error.getResponseStatusCode() + " " + Objects.requireNonNull(error.getError()).getCode();
  }
}
