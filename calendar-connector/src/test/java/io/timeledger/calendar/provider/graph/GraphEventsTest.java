package io.timeledger.calendar.provider.graph;

import static io.timeledger.calendar.provider.graph.GraphJson.BERLIN;
import static io.timeledger.calendar.provider.graph.GraphJson.allDay;
import static io.timeledger.calendar.provider.graph.GraphJson.at;
import static io.timeledger.calendar.provider.graph.GraphJson.event;
import static io.timeledger.calendar.provider.graph.GraphJson.exception;
import static io.timeledger.calendar.provider.graph.GraphJson.object;
import static io.timeledger.calendar.provider.graph.GraphJson.page;
import static io.timeledger.calendar.provider.graph.GraphJson.recipient;
import static io.timeledger.calendar.provider.graph.GraphJson.timed;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.fold.VisibilityRule;
import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItem;
import io.timeledger.schemas.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How single events are read.
class GraphEventsTest {

  @Test
  void readsAMeeting() throws ProviderException {
    SourceEvent event = only(event("AAMk-1", "2026-11-10"));

    assertThat(event.eventRef()).isEqualTo("AAMk-1");
    assertThat(event.uid()).isEqualTo("AAMk-1@example.com");
    assertThat(event.title()).isEqualTo("Title of AAMk-1");
    assertThat(event.seriesRef()).isNull();
    assertThat(event.originalStart()).isNull();
    assertThat(event.recurring()).isFalse();
    assertThat(event.time())
        .isEqualTo(
            new EventTime.Timed(
                Instant.parse("2026-11-10T09:00:00Z"),
                Instant.parse("2026-11-10T10:00:00Z"),
                BERLIN,
                false));
  }

  @Test
  void keepsIdsThatDifferByCaseOrOneCharacterApart() throws ProviderException {
    EventPage page =
        read(
            event("AAMkAD-x", "2026-11-10"),
            event("AAMkAD_x", "2026-11-10"),
            event("AAMkad-x", "2026-11-10"),
            event("AAMk/+=", "2026-11-10"));

    assertThat(page.events())
        .extracting(SourceEvent::eventRef)
        .containsExactly("AAMkAD-x", "AAMkAD_x", "AAMkad-x", "AAMk/+=");
  }

  @ParameterizedTest
  @CsvSource({
    "free, FREE",
    "tentative, TENTATIVE",
    "busy, BUSY",
    "oof, ABSENT",
    "workingElsewhere, ELSEWHERE",
    "unknown, BUSY",
    "unknownFutureValue, BUSY",
    ", BUSY"
  })
  void readsHowItIsShown(String showAs, Busy busy) throws ProviderException {
    assertThat(only(event("e", "2026-11-10").put("showAs", showAs)).busy()).isEqualTo(busy);
  }

  @ParameterizedTest
  @CsvSource({
    "none, NONE",
    "organizer, NONE",
    "accepted, ACCEPTED",
    "tentativelyAccepted, TENTATIVE",
    "declined, DECLINED",
    "notResponded, UNANSWERED"
  })
  void readsTheOwnAnswer(String response, ParticipationStatus answer) throws ProviderException {
    ObjectNode event = event("e", "2026-11-10");
    event.set("responseStatus", object().put("response", response).put("time", "0001-01-01"));

    assertThat(only(event).answer()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"normal, false", "personal, false", "private, true", "confidential, true"})
  void readsWhatIsPrivate(String sensitivity, boolean isPrivate) throws ProviderException {
    assertThat(only(event("e", "2026-11-10").put("sensitivity", sensitivity)).isPrivate())
        .isEqualTo(isPrivate);
  }

  @Test
  void hidesWhatIsCancelled() throws ProviderException {
    SourceEvent event = only(event("e", "2026-11-10").put("isCancelled", true));

    assertThat(event.cancelled()).isTrue();
    assertThat(VisibilityRule.hides(event)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata"})
  void readsDatesOfWholeDaysAndNeverConvertsThem(String zone) throws ProviderException {
    CalendarOwner owner = new CalendarOwner(ZoneId.of(zone), Set.of());

    EventPage page = read(owner, allDay("one", "2026-11-10", "2026-11-11"));
    EventPage two = read(owner, allDay("two", "2026-11-10", "2026-11-12"));
    EventPage none = read(owner, allDay("none", "2026-11-10", "2026-11-10"));

    assertThat(page.events().getFirst().time()).isEqualTo(days("2026-11-10", "2026-11-11"));
    assertThat(two.events().getFirst().time()).isEqualTo(days("2026-11-10", "2026-11-12"));
    assertThat(none.events().getFirst().time()).isEqualTo(days("2026-11-10", "2026-11-11"));
  }

  @Test
  void keepsAnHourAnHourWhenClocksChange() throws ProviderException {
    for (String day : new String[] {"2026-03-29", "2026-10-25"}) {
      ObjectNode event = event("e", day);
      event.set("start", at(day + "T00:30:00.0000000"));
      event.set("end", at(day + "T01:30:00.0000000"));

      EventTime.Timed time = timed(changed(event));

      assertThat(Duration.between(time.start(), time.end())).isEqualTo(Duration.ofHours(1));
    }
  }

  @Test
  void measuresADayOfLocalTimeWhenClocksChange() throws ProviderException {
    assertThat(berlin("2026-03-29T00:00:00", "2026-03-30T00:00:00"))
        .isEqualTo(Duration.ofHours(23));
    assertThat(berlin("2026-10-25T00:00:00", "2026-10-26T00:00:00"))
        .isEqualTo(Duration.ofHours(25));
  }

  @ParameterizedTest
  @CsvSource({
    "W. Europe Standard Time, Europe/Berlin, false",
    "Pacific Standard Time, America/Los_Angeles, false",
    "America/New_York, America/New_York, false",
    "tzone://Microsoft/Custom, Europe/Berlin, true",
    "Customized Time Zone, Europe/Berlin, true",
    ", Europe/Berlin, true"
  })
  void takesTheZoneOfTheEvent(String name, String zone, boolean guessed) throws ProviderException {
    EventTime.Timed time = timed(only(event("e", "2026-11-10").put("originalStartTimeZone", name)));

    assertThat(time.zone()).isEqualTo(ZoneId.of(zone));
    assertThat(time.zoneGuessed()).isEqualTo(guessed);
    assertThat(time.start()).isEqualTo("2026-11-10T09:00:00Z");
  }

  @Test
  void ignoresAnEndThatIsMissingOrBeforeTheStart() throws ProviderException {
    ObjectNode endless = event("a", "2026-11-10");
    endless.remove("end");
    ObjectNode backwards = event("b", "2026-11-10");
    backwards.set("end", at("2026-11-10T08:00:00.0000000"));

    assertThat(timed(only(endless)).end()).isNull();
    assertThat(timed(only(backwards)).end()).isNull();
  }

  @Test
  void countsGuestsAndKeepsTheirDomainsOnly() throws ProviderException {
    ObjectNode event = event("e", "2026-11-10").put("isOrganizer", true);
    event.set("organizer", recipient("anna@example.com"));
    event
        .putArray("attendees")
        .add(recipient("ANNA@example.com").put("type", "required"))
        .add(recipient("bob@Customer.example").put("type", "required"))
        .add(recipient("Bob@customer.example").put("type", "optional"))
        .add(recipient("/o=ExchangeLabs/cn=carol").put("type", "optional"))
        .add(recipient("room1@example.com").put("type", "resource"))
        .add(recipient(null).put("type", "required"));

    SourceEvent read = only(event);

    assertThat(read.guests()).isEqualTo(3);
    assertThat(read.attendeeDomains()).containsExactly("customer.example");
    assertThat(read.organizerDomain()).isEqualTo("example.com");
    assertThat(read.organizedBySelf()).isTrue();
    assertThat(read.toString()).doesNotContainIgnoringCase("bob");
  }

  @Test
  void boundsTitlesAndUids() throws ProviderException {
    SourceEvent event =
        only(
            event("e", "2026-11-10")
                .put("subject", " A\tB\u0000\r\n\ud83d " + "x".repeat(2_000_000))
                .put("iCalUId", "u".repeat(300)));

    assertThat(event.title()).hasSize(SourceEvent.LONGEST_TITLE).startsWith("A B xxx");
    assertThat(event.uid()).startsWith("sha256-").hasSize(71);
  }

  @Test
  void readsAnEventWithoutATitle() throws ProviderException {
    assertThat(only(event("e", "2026-11-10").putNull("subject")).title()).isNull();
    assertThat(only(event("e", "2026-11-10").put("subject", " ")).title()).isNull();
  }

  @Test
  void identifiesAnInstanceByWhenItWasScheduled() throws ProviderException {
    ObjectNode moved =
        exception("x", "s", "2026-11-12").put("originalStart", "2026-11-11T09:00:00Z");
    ObjectNode day = allDay("d", "2026-11-12", "2026-11-13");
    day.put("seriesMasterId", "s").put("type", "exception");

    assertThat(only(moved).originalStart()).isEqualTo("2026-11-11T09:00:00Z");
    assertThat(only(moved).seriesRef()).isEqualTo("s");
    assertThat(only(moved).recurring()).isTrue();
    for (String start : new String[] {"2026-11-11T00:00:00Z", "2026-11-10T23:00:00.000Z"}) {
      assertThat(only(day.deepCopy().put("originalStart", start)).originalStart())
          .isEqualTo("2026-11-11");
    }
    assertThat(only(day.deepCopy().put("originalStart", "2026-11-11T09:30:00Z")).originalStart())
        .isEqualTo("2026-11-11T09:30:00Z");
    assertThat(only(day).originalStart()).isEqualTo("2026-11-12");
  }

  @Test
  void leavesOutWhatItCannotReadAndKeepsTheRest() throws ProviderException {
    ObjectNode noStart = event("no-start", "2026-11-10");
    noStart.remove("start");
    ObjectNode year = event("year", "2026-11-10");
    year.set("start", at("+99999-01-01T00:00:00"));
    ObjectNode wrongTime = event("wrong-time", "2026-11-10");
    wrongTime.set("end", Json.MAPPER.createArrayNode());
    ObjectNode guests = event("guests", "2026-11-10").put("attendees", "all");

    EventPage page =
        read(
            event("good", "2026-11-10"),
            noStart,
            year,
            wrongTime,
            guests,
            event("title", "2026-11-10").put("subject", 7),
            event("flag", "2026-11-10").put("isAllDay", "yes"),
            event("series", "2026-11-10").put("seriesMasterId", ""),
            event("original", "2026-11-10").put("seriesMasterId", "s").put("originalStart", "soon"),
            event("id\u0000", "2026-11-10"),
            object().put("subject", "no id"),
            Json.MAPPER.createArrayNode());

    assertThat(page.events()).extracting(SourceEvent::eventRef).containsExactly("good");
    assertThat(page.unreadableCount()).isEqualTo(11);
    assertThat(page.unreadable())
        .contains(
            new UnreadableItem("no-start", "start_missing"),
            new UnreadableItem("year", "time_invalid"),
            new UnreadableItem("wrong-time", "end_invalid"),
            new UnreadableItem("guests", "attendees_invalid"),
            new UnreadableItem("original", "original_start_invalid"),
            new UnreadableItem(null, "id_invalid"),
            new UnreadableItem(null, "id_missing"));
  }

  private static Duration berlin(String from, String to) throws ProviderException {
    ObjectNode event = event("e", "2026-11-10");
    event.set("start", at(from, "W. Europe Standard Time"));
    event.set("end", at(to, "Europe/Berlin"));
    EventTime.Timed time = timed(changed(event));
    return Duration.between(time.start(), time.end());
  }

  private static EventTime days(String first, String endExclusive) {
    return new EventTime.AllDay(LocalDate.parse(first), LocalDate.parse(endExclusive));
  }

  private static SourceEvent only(JsonNode event) throws ProviderException {
    EventPage page = read(event);
    assertThat(page.unreadable()).isEmpty();
    return page.events().getFirst();
  }

  private static EventPage read(JsonNode... items) throws ProviderException {
    return read(GraphJson.ANNA, items);
  }

  private static EventPage read(CalendarOwner owner, JsonNode... items) throws ProviderException {
    return reader(owner, Coverage.FULL).read(DeltaPage.of(page("@odata.deltaLink", "d", items)));
  }

  /// Changes may be outside the window.
  private static SourceEvent changed(JsonNode item) throws ProviderException {
    return reader(GraphJson.ANNA, Coverage.CHANGES)
        .read(DeltaPage.of(page("@odata.deltaLink", "d", item)))
        .events()
        .getFirst();
  }

  private static DeltaReader reader(CalendarOwner owner, Coverage coverage) {
    return new DeltaReader(
        coverage, GraphJson.NOVEMBER, owner, new KnownEvents().bounded(), SeriesSoFar.NONE);
  }
}
