package io.timeledger.calendar.provider.ics;

import static io.timeledger.calendar.provider.ics.Files.calendar;
import static io.timeledger.calendar.provider.ics.Files.event;
import static io.timeledger.calendar.provider.ics.Files.parse;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every hostile file stays within its bounds and gives either a page or a fault.
@Timeout(300)
class HostileFilesTest {
  private static final String GOOD = event("UID:good", "DTSTART:20261110T090000Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;COUNT=2000000000",
        "FREQ=SECONDLY;INTERVAL=2000000000",
        "FREQ=SECONDLY;INTERVAL=99999999",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MINUTELY",
        "FREQ=MINUTELY;BYSETPOS=-366",
        "FREQ=MINUTELY;COUNT=9999999999999999999999",
        "FREQ=HOURLY;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14;BYSECOND=0,10,20,30,40,50",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;"
            + "BYMINUTE=0,5,10,15,20,25,30,35,40,45,50,55;BYSECOND=0,15,30,45",
        "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;"
            + "BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;"
            + "BYMINUTE=0,10,20,30,40,50",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;INTERVAL=99999999999",
        "FREQ=DAILY;BYMONTH=13",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=MONTHLY;BYMONTHDAY=99",
        "FREQ=DAILY;UNTIL=never",
        "FREQ=FORTNIGHTLY",
        "RSCALE=CHINESE;FREQ=DAILY",
        "COUNT=3",
        "nonsense"
      })
  void leavesOutARuleThatAsksForTooMuchOrMakesNoSense(String rule) throws ProviderException {
    for (String start : new String[] {"19700101T000000Z", "20261102T090000Z"}) {
      IcsContent content =
          parse(calendar(event("UID:bad", "DTSTART:" + start, "RRULE:" + rule), GOOD));

      assertThat(content.events()).extracting(SourceEvent::eventRef).contains("good");
      assertThat(content.events().size() + content.unreadableCount()).isLessThan(5_000);
      if (content.unreadableCount() > 0) {
        assertThat(content.unreadable())
            .extracting(UnreadableItem::eventRef)
            .containsExactly("bad");
        assertThat(content.unreadable().getFirst().error()).matches("recurrence_.*|time_invalid");
      } else {
        assertThat(content.events())
            .filteredOn(event -> event.eventRef().startsWith("bad"))
            .hasSizeLessThan(20);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY",
        "FREQ=MINUTELY",
        "FREQ=SECONDLY;COUNT=2000000000",
        "FREQ=FORTNIGHTLY"
      })
  void countsTheRuleAsUnreadable(String rule) throws ProviderException {
    assertThat(
            parse(calendar(event("UID:bad", "DTSTART:20261102T090000Z", "RRULE:" + rule)))
                .unreadableCount())
        .isEqualTo(1);
  }

  @Test
  void refusesACalendarWhoseRulesWantTooMuchTogether() {
    String rule =
        "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,1,2,3,4,5,6,7,8,9;"
            + "BYSETPOS=1";
    String dense =
        IntStream.range(0, 3_000)
            .mapToObj(i -> event("UID:u" + i, "DTSTART:20230102T090000Z", rule + ";COUNT=1500"))
            .collect(Collectors.joining());

    assertFault(() -> parse(calendar(dense)), FaultReason.TOO_MANY_EVENTS);
  }

  @Test
  void refusesTenThousandEventsAndOneMore() throws ProviderException {
    String all = many(10_000);

    assertThat(parse(calendar(all)).events()).hasSize(10_000);
    assertFault(() -> parse(calendar(all, GOOD)), FaultReason.TOO_MANY_EVENTS);
  }

  @Test
  void takesAnyNumberOfEventsOutsideTheWindow() throws ProviderException {
    assertThat(parse(calendar(many(20_000).replace("20261110", "20201110"), GOOD)).events())
        .hasSize(1);
  }

  @Test
  void cutsTitlesOfMegabytes() throws ProviderException {
    String title = "Ä😀".repeat(700_000);
    String uid = "u".repeat(100_000);
    IcsContent content =
        parse(calendar(event("UID:" + uid, "DTSTART:20261110T090000Z", "SUMMARY:" + title)));

    SourceEvent read = content.events().getFirst();
    String shown = String.valueOf(read.title());
    assertThat(shown)
        .hasSizeBetween(499, 500)
        .startsWith("Ä😀")
        .isEqualTo(new String(shown.getBytes(UTF_8), UTF_8));
    assertThat(read.uid()).startsWith("sha256-").hasSizeLessThan(100);
  }

  @Test
  void removesControlsFromTitlesAndUids() throws ProviderException {
    SourceEvent read =
        parse(
                calendar(
                    event(
                        "UID:a\u0000b",
                        "DTSTART:20261110T090000Z",
                        "SUMMARY:A\u0000\u0007B\u001b")))
            .events()
            .getFirst();

    assertThat(read.title()).isEqualTo("A B");
    assertThat(read.uid()).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "<!DOCTYPE html><html><body>Please log in</body></html>",
        "{\"error\": \"BEGIN:VCALENDAR\"}",
        "BEGIN:VCARD\nEND:VCARD",
        "BEGIN:VEVENT\nEND:VEVENT"
      })
  void refusesWhatIsNoCalendar(String text) {
    assertFault(() -> parse(text), FaultReason.NOT_A_CALENDAR);
  }

  @Test
  void refusesACalendarThatEndsInTheMiddleWhereverThatIs() {
    String whole = calendar(GOOD, event("UID:v", "DTSTART:20261111T090000Z", "SUMMARY:Two"));
    int end = whole.indexOf("END:VCALENDAR");
    for (int cut = "BEGIN:VCALENDAR\r\n".length(); cut < end + 12; cut++) {
      String part = whole.substring(0, cut);
      assertFault(() -> parse(part), FaultReason.TRUNCATED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN:VEVENT\nUID:lost\nDTSTART:20261110T090000Z\n",
        "BEGIN:VEVENT\nUID:lost\nDTSTART:20261110T090000Z\nBEGIN:VALARM\n",
        "BEGIN:VEVENT\nUID:lost\nEND:VTODO\n",
      })
  void countsEventsWithoutEnd(String broken) throws ProviderException {
    IcsContent content = parse(calendar(broken + GOOD));

    assertThat(content.events()).extracting(SourceEvent::eventRef).containsExactly("good");
    assertThat(content.unreadable())
        .extracting(UnreadableItem::error)
        .containsExactly("frame_broken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART:tomorrow",
        "DTSTART:20261310T090000Z",
        "DTSTART:20261110T250000Z",
        "DTSTART:99999999999T090000Z",
        "X-NO-START:1",
        "DTSTART:20261110T090000Z\nDTEND:later",
        "DTSTART:20261110T090000Z\nRECURRENCE-ID:then",
        "DTSTART:20261110T090000Z\nRRULE:FREQ=DAILY\nEXDATE:never",
        "DTSTART:20261110T090000Z\nRDATE:often,20261111"
      })
  void countsEventsWhoseTimesMakeNoSense(String lines) throws ProviderException {
    IcsContent content = parse(calendar(event("UID:bad", lines), GOOD));

    assertThat(content.events()).extracting(SourceEvent::eventRef).containsExactly("good");
    assertThat(content.unreadable()).extracting(UnreadableItem::eventRef).containsExactly("bad");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":starts with a colon",
        ";x=y:z",
        "no colon at all",
        "SUMMARY",
        "SUMMARY;LANGUAGE=en",
        "SUMMARY;LANGUAGE=\"never closed:text",
        "ATTENDEE;CN=\"a;b:c\";;;=;PARTSTAT:not an address",
        "ATTENDEE:@",
        "ATTENDEE:mailto:x@" + "\uFFFD",
        "END:VALARM",
        "END:",
        "BEGIN:",
        "BEGIN:X\nEND:X"
      })
  void leavesOutLinesThatMakeNoSense(String line) throws ProviderException {
    IcsContent content =
        parse(calendar(event("UID:u", line, "DTSTART:20261110T090000Z", "SUMMARY:Still here")));

    assertThat(content.events()).hasSize(1);
    assertThat(content.unreadableCount()).isZero();
  }

  @Test
  void followsNoNestingToTheEnd() throws ProviderException {
    String deep = "BEGIN:X\n".repeat(200_000);

    assertFault(() -> parse(calendar(deep)), FaultReason.TRUNCATED);
    assertThat(
            parse(calendar(event("UID:u", deep + "END:X\n".repeat(200_000), "DTSTART:20261110")))
                .events())
        .hasSize(1);
  }

  @Test
  void countsMoreUnreadableEventsThanItNames() throws ProviderException {
    IcsContent content =
        parse(
            calendar(
                IntStream.range(0, 3_000)
                    .mapToObj(i -> event("UID:" + i, "DTSTART:never"))
                    .collect(Collectors.joining())));

    assertThat(content.unreadableCount()).isEqualTo(3_000);
    assertThat(content.unreadable()).hasSize(EventPage.MOST_UNREADABLE);
  }

  @Test
  void readsTextInOtherEncodings() throws Exception {
    String text = calendar(event("UID:u", "DTSTART:20261110T090000Z", "SUMMARY:Käse"));

    assertThat(title(decode(text.getBytes(UTF_8), ""))).isEqualTo("Käse");
    assertThat(title(decode(("\uFEFF" + text).getBytes(UTF_8), ""))).isEqualTo("Käse");
    assertThat(title(decode(text.getBytes(UTF_16), ""))).isEqualTo("Käse");
    byte[] latin = text.getBytes(Charset.forName("windows-1252"));
    assertThat(title(decode(latin, "text/calendar; charset=ISO-8859-1"))).isEqualTo("Käse");
    assertThat(title(decode(latin, "text/calendar; charset=\"x-none\""))).isEqualTo("K\uFFFDse");
    assertThat(title(decode(latin, ""))).isEqualTo("K\uFFFDse");
    assertThat(title(decode(gzip(text.getBytes(UTF_8)), ""))).isEqualTo("Käse");
  }

  @Test
  void unpacksNoBomb() throws IOException {
    byte[] bomb = gzip(new byte[64 * 1024 * 1024]);
    assertThat(bomb.length).isLessThan(IcsBody.LIMIT);
    byte[] half = Arrays.copyOf(bomb, 100);

    assertFault(() -> decode(bomb, ""), FaultReason.TOO_LARGE);
    assertFault(() -> decode(half, ""), FaultReason.TRUNCATED);
    assertFault(
        () -> IcsBody.decode(new byte[9], Optional.empty(), Optional.of("br")),
        FaultReason.ENCODING_UNKNOWN);
  }

  @Test
  void readsFilesAtTheLimitInBoundedTime() throws ProviderException {
    String[] shapes = {
      "\n".repeat(IcsBody.LIMIT),
      "A\n ".repeat(IcsBody.LIMIT / 3) + "\n",
      "BEGIN:VEVENT\n".repeat(IcsBody.LIMIT / 13),
      "END:VEVENT\n".repeat(IcsBody.LIMIT / 11),
      GOOD.replace("good", "u").repeat(IcsBody.LIMIT / GOOD.length()),
      event("UID:u", "DTSTART:20261110T090000Z", "ATTENDEE:mailto:a@b.c\n".repeat(350_000)),
      event("UID:u", "DTSTART:20261110T090000Z", "EXDATE:" + "20261110T090000Z,".repeat(480_000)),
      event("UID:u", "DTSTART:20261110T090000Z", "SUMMARY;" + "a=b;".repeat(2_000_000) + ":x")
    };
    for (String shape : shapes) {
      assertThat(parse(calendar(shape)).events().size()).isLessThan(2);
    }
  }

  private static String many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> event("UID:u" + i, "DTSTART:20261110T090000Z"))
        .collect(Collectors.joining());
  }

  private static String title(String text) throws ProviderException {
    return String.valueOf(parse(text).events().getFirst().title());
  }

  private static String decode(byte[] bytes, String contentType) throws ProviderException {
    return IcsBody.decode(bytes, Optional.ofNullable(contentType), Optional.empty());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static void assertFault(ThrowingCallable call, FaultReason reason) {
    assertThatThrownBy(call).isInstanceOf(ProviderException.class);
    ProviderException thrown = catchThrowableOfType(ProviderException.class, call);
    ProviderFault fault = thrown.fault();
    assertThat(fault.reason()).isEqualTo(reason);
  }
}
