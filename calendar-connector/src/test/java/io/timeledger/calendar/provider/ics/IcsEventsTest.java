package io.timeledger.calendar.provider.ics;

import static io.timeledger.calendar.provider.ics.Files.calendar;
import static io.timeledger.calendar.provider.ics.Files.event;
import static io.timeledger.calendar.provider.ics.Files.events;
import static io.timeledger.calendar.provider.ics.Files.only;
import static io.timeledger.calendar.provider.ics.Files.parse;
import static io.timeledger.calendar.provider.ics.Files.timed;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.AttendeeAddresses;
import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.SourceEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcsEventsTest {
  private static final String START = "DTSTART:20261110T090000Z";
  private static final String END = "DTEND:20261110T100000Z";

  @Test
  void readsAMeeting() throws ProviderException {
    SourceEvent meeting =
        only(
            event(
                "UID:u1@example.com",
                "DTSTART;TZID=Europe/Berlin:20261110T100000",
                "DTEND;TZID=Europe/Berlin:20261110T110000",
                "SUMMARY;LANGUAGE=en:Plan\\, then\\ndo",
                "ORGANIZER;CN=\"Ben: the boss; here\":mailto:ben@Example.ORG",
                "ATTENDEE;PARTSTAT=TENTATIVE:mailto:anna@example.com",
                "ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Carl, C.\":MAILTO:carl@partner.test",
                "ATTENDEE:mailto:carl@partner.test",
                "ATTENDEE;CUTYPE=ROOM:mailto:room7@rooms.test",
                "ATTENDEE;EMAIL=dora@example.org:urn:uuid:7",
                "DESCRIPTION:secret place",
                "BEGIN:VALARM",
                "SUMMARY:Alarm",
                "END:VALARM"));

    assertThat(meeting)
        .isEqualTo(
            new SourceEvent(
                "u1@example.com",
                "u1@example.com",
                null,
                null,
                false,
                false,
                new EventTime.Timed(
                    Instant.parse("2026-11-10T09:00:00Z"),
                    Instant.parse("2026-11-10T10:00:00Z"),
                    ZoneId.of("Europe/Berlin"),
                    false),
                "Plan, then do",
                false,
                Busy.BUSY,
                ParticipationStatus.TENTATIVE,
                EventKind.DEFAULT,
                false,
                "example.org",
                List.of("example.org", "partner.test"),
                2,
                new AttendeeAddresses(
                    List.of("ben@example.org", "carl@partner.test", "dora@example.org"))));
    assertThat(meeting.toString()).doesNotContain("carl", "dora");
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS:CANCELLED, true, BUSY",
    "STATUS:CONFIRMED, false, BUSY",
    "STATUS:TENTATIVE, false, TENTATIVE",
    "TRANSP:TRANSPARENT, false, FREE",
    "TRANSP:OPAQUE, false, BUSY",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE, false, FREE",
    "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE, false, TENTATIVE",
    "X-MICROSOFT-CDO-BUSYSTATUS:OOF, false, ABSENT",
    "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE, false, ELSEWHERE",
    "X-MICROSOFT-CDO-BUSYSTATUS:OTHER, false, BUSY"
  })
  void readsWhatAnEventSaysOfItsOwnersTime(String line, boolean cancelled, Busy busy)
      throws ProviderException {
    SourceEvent read = only(event("UID:u", START, END, line));

    assertThat(read.cancelled()).isEqualTo(cancelled);
    assertThat(read.busy()).isEqualTo(busy);
  }

  @ParameterizedTest
  @CsvSource({
    "CLASS:PUBLIC, false",
    "CLASS:PRIVATE, true",
    "class:confidential, true",
    "X-A:1, false"
  })
  void readsWhoMaySeeIt(String line, boolean isPrivate) throws ProviderException {
    assertThat(only(event("UID:u", START, END, line)).isPrivate()).isEqualTo(isPrivate);
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, ACCEPTED",
    "TENTATIVE, TENTATIVE",
    "DECLINED, DECLINED",
    "DELEGATED, DECLINED",
    "NEEDS-ACTION, UNANSWERED",
    "X-OTHER, UNANSWERED"
  })
  void readsTheOwnersAnswer(String partstat, ParticipationStatus answer) throws ProviderException {
    assertThat(
            only(event(
                    "UID:u",
                    START,
                    END,
                    "ORGANIZER:mailto:ben@example.com",
                    "ATTENDEE;PARTSTAT=DECLINED:mailto:ben@example.com",
                    "ATTENDEE;PARTSTAT=" + partstat + ":mailto:ANNA@example.com"))
                .answer())
        .isEqualTo(answer);
  }

  @Test
  void knowsNoAnswerOfAnOwnerWhoIsNoGuest() throws ProviderException {
    SourceEvent read =
        only(event("UID:u", START, END, "ATTENDEE;PARTSTAT=DECLINED:mailto:ben@example.com"));

    assertThat(read.answer()).isEqualTo(ParticipationStatus.NONE);
    assertThat(read.guests()).isEqualTo(1);
  }

  @Test
  void knowsWhatItsOwnerOrganises() throws ProviderException {
    assertThat(
            only(event("UID:u", START, END, "ORGANIZER:mailto:anna@example.com")).organizedBySelf())
        .isTrue();
    assertThat(only(event("UID:u", START, END)).organizedBySelf()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "DTEND:20261110T093000Z, PT30M",
    "DURATION:PT45M, PT45M",
    "DURATION:P1DT1H, PT25H",
    "DURATION:+P1W, PT168H",
    "DTEND:20261110T090000Z, PT0S",
    "DTEND;TZID=America/New_York:20261110T050000, PT1H"
  })
  void readsHowLongItIs(String line, Duration length) throws ProviderException {
    EventTime.Timed time = timed(only(event("UID:u", START, line)));

    assertThat(Duration.between(time.start(), time.end())).isEqualTo(length);
  }

  @ParameterizedTest
  @CsvSource({"X-NONE:1", "DTEND:20261110T080000Z", "DURATION:-PT1H", "DURATION:tomorrow"})
  void leavesAnEventWithoutSensibleEndEndless(String line) throws ProviderException {
    assertThat(timed(only(event("UID:u", START, line))).end()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "DTSTART;VALUE=DATE:20261110, DTEND;VALUE=DATE:20261112, 2026-11-10, 2026-11-12",
    "DTSTART;VALUE=DATE:20261110, DTEND;VALUE=DATE:20261110, 2026-11-10, 2026-11-11",
    "DTSTART;VALUE=DATE:20261110, X-NONE:1, 2026-11-10, 2026-11-11",
    "DTSTART;VALUE=DATE:20261110, DURATION:P3D, 2026-11-10, 2026-11-13",
    "DTSTART:20261110, DTEND:20261111, 2026-11-10, 2026-11-11",
    "DTSTART;VALUE=DATE;TZID=Asia/Tokyo:20261110, X-NONE:1, 2026-11-10, 2026-11-11"
  })
  void readsWholeDaysAsDates(String start, String end, LocalDate first, LocalDate after)
      throws ProviderException {
    assertThat(only(event("UID:u", start, end)).time())
        .isEqualTo(new EventTime.AllDay(first, after));
  }

  @Test
  void readsNameZoneAndHowOftenTheFileWantsToBeRead() throws ProviderException {
    String lines =
        """
        X-WR-CALNAME:Anna\\, work
        X-WR-TIMEZONE:America/New_York
        REFRESH-INTERVAL;VALUE=DURATION:PT4H
        X-PUBLISHED-TTL:PT1H
        """;
    IcsContent content = parse(calendar(lines));

    assertThat(content.name()).isEqualTo("Anna, work");
    assertThat(content.zone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(content.pollAfter()).isEqualTo(Duration.ofHours(4));
    assertThat(parse(calendar("X-PUBLISHED-TTL:PT1H\r\n")).pollAfter())
        .isEqualTo(Duration.ofHours(1));
    assertThat(parse(calendar("NAME:New\r\nREFRESH-INTERVAL:soon\r\n")))
        .returns("New", IcsContent::name)
        .returns(null, IcsContent::pollAfter);
  }

  @Test
  void readsOnlyWhatTouchesTheWindow() throws ProviderException {
    assertThat(
            events(
                event("UID:before", "DTSTART:20261031T220000Z", "DTEND:20261031T230000Z"),
                event("UID:reaches", "DTSTART:20261031T220000Z", "DTEND:20261031T230001Z"),
                event("UID:last", "DTSTART:20261130T225900Z", "DTEND:20261201T090000Z"),
                event("UID:after", "DTSTART:20261130T230000Z", "DTEND:20261201T090000Z"),
                event("UID:day", "DTSTART;VALUE=DATE:20261031", "DTEND;VALUE=DATE:20261101"),
                event("UID:days", "DTSTART;VALUE=DATE:20261031", "DTEND;VALUE=DATE:20261102")))
        .extracting(SourceEvent::eventRef)
        .containsExactlyInAnyOrder("reaches", "last", "days");
  }

  @Test
  void unfoldsLinesAndTakesAnyLineEnd() throws ProviderException {
    String folded =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nDTSTART:2026\n 1110T0900\n\t00Z\n"
            + "SUMMARY:One \n  two\rEND:VEVENT\nEND:VCALENDAR";

    SourceEvent read = parse(folded).events().getFirst();

    assertThat(read.title()).isEqualTo("One two");
    assertThat(read.time().startText()).isEqualTo("2026-11-10T09:00:00Z");
  }

  @Test
  void readsSeveralCalendarsOfOneFile() throws ProviderException {
    String two = calendar(event("UID:a", START, END)) + calendar(event("UID:b", START, END));

    assertThat(parse(two).events()).hasSize(2);
  }

  @Test
  void keepsOneOfTheSameEventTheNewest() throws ProviderException {
    IcsContent content =
        parse(
            calendar(
                event("UID:u", "SEQUENCE:2", START, END, "SUMMARY:New"),
                event("UID:u", "SEQUENCE:1", START, END, "SUMMARY:Old")));

    assertThat(content.events()).extracting(SourceEvent::title).containsExactly("New");
    assertThat(content.unreadableCount()).isZero();
  }

  @Test
  void countsEventsThatShareAUid() throws ProviderException {
    IcsContent content =
        parse(calendar(event("UID:u", START, END), event("UID:u", START, END, "SUMMARY:B")));

    assertThat(content.events()).extracting(SourceEvent::title).containsExactly("B");
    assertThat(content.unreadable())
        .extracting(item -> item.eventRef() + " " + item.error())
        .containsExactly("u uid_repeated");
  }

  @Test
  void namesEventsWithoutUidByWhatTheyShow() throws ProviderException {
    SourceEvent a = only(event(START, END, "SUMMARY:A"));

    assertThat(a.uid()).isNull();
    assertThat(a.eventRef()).startsWith("anonymous-");
    assertThat(only(event("UID:", START, END, "SUMMARY:A")).eventRef()).isEqualTo(a.eventRef());
    assertThat(only(event(START, END, "SUMMARY:B")).eventRef()).isNotEqualTo(a.eventRef());
  }
}
