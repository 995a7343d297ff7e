package io.timeledger.calendar.provider.ics;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.SourceEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Thousands of valid files with random mutations: each gives either a page or a fault.
class MutatedFilesTest {
  private static final int FILES = 8_000;
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final String SEED_FILE =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      X-WR-CALNAME:Work
      X-WR-TIMEZONE:Europe/Berlin
      REFRESH-INTERVAL;VALUE=DURATION:PT1H
      BEGIN:VTIMEZONE
      TZID:Own
      BEGIN:STANDARD
      DTSTART:19701025T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:19700329T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:series@example.com
      SEQUENCE:3
      DTSTART;TZID=Own:20240102T100000
      DTEND;TZID=Own:20240102T110000
      RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20301231T225959Z
      EXDATE;TZID=Own:20261105T100000,20261110T100000
      RDATE;VALUE=PERIOD:20261111T120000Z/PT3H
      SUMMARY:Weekly\\, with Käse
      CLASS:PRIVATE
      TRANSP:OPAQUE
      X-MICROSOFT-CDO-BUSYSTATUS:BUSY
      ORGANIZER;CN="Ben; B.":mailto:ben@example.org
      ATTENDEE;PARTSTAT=ACCEPTED;CN="Anna":mailto:anna@example.com
      ATTENDEE;CUTYPE=ROOM:mailto:room@example.com
      BEGIN:VALARM
      TRIGGER:-PT15M
      END:VALARM
      END:VEVENT
      BEGIN:VEVENT
      UID:series@example.com
      RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Own:20261117T100000
      DTSTART;TZID=W. Europe Standard Time:20261117T130000
      DURATION:PT2H
      END:VEVENT
      BEGIN:VEVENT
      UID:days@example.com
      DTSTART;VALUE=DATE:20261101
      DTEND;VALUE=DATE:20261103
      RRULE:FREQ=MONTHLY;BYMONTHDAY=1,-1;COUNT=40;INTERVAL=1
      STATUS:TENTATIVE
      END:VEVENT
      END:VCALENDAR
      """;
  private static final List<String> WORDS =
      List.of(
          "BEGIN:VEVENT\n",
          "END:VEVENT\n",
          "END:VCALENDAR\n",
          "BEGIN:VCALENDAR\n",
          "RRULE:FREQ=SECONDLY\n",
          "RRULE:FREQ=MINUTELY;COUNT=2147483647\n",
          "RRULE:FREQ=YEARLY;BYYEARDAY=-366;BYSETPOS=-366\n",
          "FREQ=HOURLY",
          "INTERVAL=0",
          "INTERVAL=2147483647",
          "COUNT=2147483648",
          "BYWEEKNO=-53",
          "BYDAY=-53MO",
          "99999999T999999",
          "00000101T000000Z",
          "99991231T235959Z",
          "P99999999W",
          "DURATION:P999999D\n",
          "TZOFFSETTO:-1800\n",
          "\u0000",
          "\r",
          "\n ",
          ":",
          ";",
          "=",
          ",",
          "\"",
          "\\",
          "/",
          "+-");

  @Test
  void endInAPageOrAFault() {
    Random random = new Random(42);
    byte[] seed = SEED_FILE.getBytes(StandardCharsets.UTF_8);
    int pages = 0;
    int faults = 0;
    long slowest = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] file = mutated(seed, random);
      long startedAt = System.nanoTime();
      try {
        check(read(file));
        pages++;
      } catch (ProviderException e) {
        faults++;
      } catch (RuntimeException | Error e) {
        throw new AssertionError("file " + i + ":\n" + text(file), e);
      }
      slowest = Math.max(slowest, System.nanoTime() - startedAt);
    }

    assertThat(pages).isGreaterThan(FILES / 2);
    assertThat(faults).isGreaterThan(FILES / 100);
    assertThat(Duration.ofNanos(slowest)).isLessThan(LONGEST);
  }

  @Test
  void readTheSameTwice() throws ProviderException {
    byte[] seed = SEED_FILE.getBytes(StandardCharsets.UTF_8);

    assertThat(read(seed)).isEqualTo(read(seed));
    assertThat(read(seed).unreadableCount()).isZero();
    assertThat(read(seed).events()).hasSize(9);
  }

  private static void check(IcsContent content) {
    Set<String> refs = new HashSet<>();
    for (SourceEvent event : content.events()) {
      assertThat(refs.add(event.eventRef())).as(event.eventRef()).isTrue();
      assertThat(Files.NOVEMBER.touches(event.time())).isTrue();
      assertThat(event.title() == null || event.title().length() <= 500).isTrue();
      assertThat(event.eventRef()).doesNotContain("\u0000");
    }
  }

  private static IcsContent read(byte[] file) throws ProviderException {
    return IcsParser.parse(
        IcsBody.decode(file, Optional.of("text/calendar"), Optional.empty()),
        Files.NOVEMBER,
        Files.ANNA);
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] file = seed.clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      file = changed(file, random);
    }
    return file;
  }

  private static byte[] changed(byte[] file, Random random) {
    int at = random.nextInt(file.length);
    return switch (random.nextInt(7)) {
      case 0 -> with(file, at, (byte) random.nextInt(256));
      case 1 -> with(file, at, (byte) ('0' + random.nextInt(10)));
      case 2 -> spliced(file, at, Math.min(file.length, at + random.nextInt(12)), "");
      case 3 -> spliced(file, at, at, WORDS.get(random.nextInt(WORDS.size())));
      case 4 ->
          spliced(file, at, Math.min(file.length, at + 8), WORDS.get(random.nextInt(WORDS.size())));
      // Repeats a line elsewhere.
      case 5 -> spliced(file, lineStart(file, at), lineStart(file, at), line(file, random));
      default -> spliced(file, lineStart(file, at), lineEnd(file, at), "");
    };
  }

  private static byte[] with(byte[] file, int at, byte value) {
    file[at] = value;
    return file;
  }

  private static byte[] spliced(byte[] file, int from, int to, String text) {
    String before = new String(file, 0, from, StandardCharsets.ISO_8859_1);
    String after = new String(file, to, file.length - to, StandardCharsets.ISO_8859_1);
    byte[] result = (before + text + after).getBytes(StandardCharsets.ISO_8859_1);
    return result.length == 0 ? new byte[] {'\n'} : result;
  }

  private static String line(byte[] file, Random random) {
    int at = random.nextInt(file.length);
    int start = lineStart(file, at);
    return new String(file, start, lineEnd(file, at) - start, StandardCharsets.ISO_8859_1);
  }

  private static int lineStart(byte[] file, int at) {
    int start = at;
    while (start > 0 && file[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static int lineEnd(byte[] file, int at) {
    int end = at;
    while (end < file.length && file[end] != '\n') {
      end++;
    }
    return Math.min(file.length, end + 1);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
