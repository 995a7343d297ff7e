package io.timeledger.calendar.provider.google;

import static io.timeledger.calendar.provider.google.GoogleSamples.file;
import static io.timeledger.calendar.provider.google.GoogleSamples.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.fold.HiddenReason;
import io.timeledger.calendar.fold.LocalDays;
import io.timeledger.calendar.fold.VisibilityRule;
import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.EventTime.AllDay;
import io.timeledger.calendar.provider.EventTime.Timed;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.SourceEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleEventReaderTest {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final GoogleEventReader READER = new GoogleEventReader(VIENNA);

  @Test
  void readsAMeetingWithItsGuests() {
    SourceEvent event = sample(0);

    assertThat(event.eventRef()).isEqualTo("4k1planning");
    assertThat(event.uid()).isEqualTo("4k1planning@google.com");
    assertThat(event.time())
        .isEqualTo(
            new Timed(
                Instant.parse("2026-11-30T08:00:00Z"),
                Instant.parse("2026-11-30T09:30:00Z"),
                VIENNA,
                false));
    assertThat(event.recurring()).isFalse();
    assertThat(event.originalStart()).isNull();
    assertThat(event.organizedBySelf()).isTrue();
    assertThat(event.answer()).isEqualTo(ParticipationStatus.ACCEPTED);
    assertThat(event.guests()).as("without the owner and the room").isEqualTo(2);
    assertThat(event.attendeeDomains()).containsExactly("client.example");
    assertThat(event.organizerDomain()).isEqualTo("example.com");
    assertThat(event.attendees().texts())
        .containsExactly("bob@client.example", "eve@client.example");
    assertThat(event.toString()).doesNotContain("@client", "@Client", "ann@");
  }

  @Test
  void identifiesAMovedInstanceByItsOriginalStart() {
    SourceEvent event = sample(1);

    assertThat(event.seriesRef()).isEqualTo("7s2daily");
    assertThat(event.originalStart()).isEqualTo("2026-12-01T08:00:00Z");
    assertThat(event.time().startText()).isEqualTo("2026-12-01T10:15:00Z");
    assertThat(event.answer()).isEqualTo(ParticipationStatus.TENTATIVE);
    assertThat(event.organizedBySelf()).isFalse();
    assertThat(VisibilityRule.isTentative(event)).isTrue();
  }

  @Test
  void readsWholeDaysAsDatesInEveryZone() {
    SourceEvent event = sample(2);

    assertThat(event.time())
        .isEqualTo(new AllDay(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 4)));
    assertThat(event.isPrivate()).isTrue();
    for (String zone : new String[] {"Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata"}) {
      assertThat(LocalDays.logDate(event.time(), ZoneId.of(zone)))
          .isEqualTo(LocalDate.of(2026, 12, 2));
    }
  }

  @Test
  void readsTheKindsOfEvents() {
    assertThat(sample(3).kind()).isEqualTo(EventKind.FOCUS_TIME);
    assertThat(sample(4).kind()).isEqualTo(EventKind.OUT_OF_OFFICE);
    assertThat(sample(4).busy()).isEqualTo(Busy.TENTATIVE);
    assertThat(sample(4).isPrivate()).as("confidential").isTrue();
    assertThat(((Timed) sample(4).time()).end()).as("not specified").isNull();
    assertThat(VisibilityRule.hides(sample(5))).contains(HiddenReason.WORKING_LOCATION);
    assertThat(VisibilityRule.hides(sample(2))).contains(HiddenReason.FREE);
  }

  @ParameterizedTest
  @CsvSource({
    "needsAction, UNANSWERED",
    "accepted, ACCEPTED",
    "declined, DECLINED",
    "tentative, TENTATIVE",
    "delegated, UNANSWERED"
  })
  void readsTheOwnAnswer(String status, ParticipationStatus answer) {
    SourceEvent event =
        event("'attendees': [{'self': true, 'responseStatus': '" + status + "'}], " + TIMED);

    assertThat(event.answer()).isEqualTo(answer);
  }

  @Test
  void expectsNoAnswerWithoutAttendees() {
    assertThat(event(TIMED).answer()).isEqualTo(ParticipationStatus.NONE);
    assertThat(event("'attendees': [{'email': 'bob@client.example'}], " + TIMED).answer())
        .as("someone else's calendar")
        .isEqualTo(ParticipationStatus.NONE);
  }

  @Test
  void keepsTheLengthAcrossBothChangesOfTheClock() {
    SourceEvent spring =
        event(
            "'start': {'dateTime': '2026-03-29T00:00:00+01:00', 'timeZone': 'Europe/Berlin'},"
                + " 'end': {'dateTime': '2026-03-30T00:00:00+02:00', 'timeZone': 'Europe/Berlin'}");
    SourceEvent autumn =
        event(
            "'start': {'dateTime': '2026-10-25T02:30:00+02:00', 'timeZone': 'Europe/Berlin'},"
                + " 'end': {'dateTime': '2026-10-25T02:30:00+01:00', 'timeZone': 'Europe/Berlin'}");

    assertThat(length(spring)).isEqualTo(Duration.ofHours(23));
    assertThat(length(autumn)).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Kolkata, Asia/Kolkata, false",
    "W. Europe Standard Time, Europe/Berlin, false",
    "Mars/Olympus, Europe/Vienna, true"
  })
  void readsATimeWithoutOffsetInItsZone(String name, String zone, boolean guessed) {
    Timed time =
        (Timed)
            event("'start': {'dateTime': '2026-12-01T09:00:00', 'timeZone': '" + name + "'}")
                .time();

    assertThat(time.zone()).isEqualTo(ZoneId.of(zone));
    assertThat(time.zoneGuessed()).isEqualTo(guessed);
    assertThat(time.start().atZone(time.zone()).getHour()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'start': {'dateTime': '2026-12-01T09:00:00Z'}",
        "'start': {'dateTime': '2026-12-01T09:00:00Z'}, 'end': {}",
        "'start': {'dateTime': '2026-12-01T09:00:00Z'}, 'end': {'date': '2026-12-02'}",
        "'start': {'dateTime': '2026-12-01T09:00:00Z'},"
            + " 'end': {'dateTime': '2026-12-01T08:00:00Z'}"
      })
  void takesAnEndThatIsMissingOrImpossibleForNone(String times) {
    assertThat(((Timed) event(times).time()).end()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'end': {}", "'end': {'date': '2026-12-01'}", "'end': null"})
  void takesADayWithoutEndForOneDay(String end) {
    assertThat(event("'start': {'date': '2026-12-01'}, " + end).time())
        .isEqualTo(new AllDay(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 2)));
  }

  @Test
  void cleansTitles() {
    assertThat(event("'summary': ' a\\u0000b\\n\\tc\\ud83d ', " + TIMED).title())
        .isEqualTo("a b c");
    assertThat(event("'summary': ' ', " + TIMED).title()).isNull();
  }

  private static final String TIMED = "'start': {'dateTime': '2026-12-01T09:00:00Z'}";

  private static Duration length(SourceEvent event) {
    Timed time = (Timed) event.time();
    return Duration.between(time.start(), time.end());
  }

  private static SourceEvent event(String fields) {
    return READER.event(json("{'id': 'e', " + fields + "}"));
  }

  private static SourceEvent sample(int index) {
    return READER.event(file("events.json").path("items").get(index));
  }
}
