package io.timeledger.calendar.provider.google;

import static io.timeledger.calendar.provider.google.GoogleSamples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarListing.AccessRole;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.ProviderException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleCalendarListTest {
  private final List<String> paths = new ArrayList<>();

  @Test
  void readsAllPages() throws ProviderException {
    List<CalendarListing> found =
        list(
            """
            {'kind': 'calendar#calendarList', 'nextPageToken': 'n&2', 'items': [
              {'id': 'ann@example.com', 'summary': 'ann@example.com', 'timeZone': 'Europe/Vienna',
               'accessRole': 'owner', 'primary': true, 'selected': true},
              {'id': 'team@group.calendar.google.com', 'summary': 'Team', 'summaryOverride': 'Ours',
               'timeZone': 'Mars/Olympus', 'accessRole': 'writerWithoutPrivateAccess'}]}
            """,
            "{'items': [], 'nextPageToken': 'n3'}",
            """
            {'items': [
              {'id': 'boss@example.com', 'accessRole': 'freeBusyReader'},
              {'id': 'en.austrian#holiday@group.v.calendar.google.com', 'summary': 'Holidays',
               'accessRole': 'reader'},
              {'id': 'old@example.com', 'accessRole': 'owner', 'deleted': true},
              {'id': 'none@example.com', 'accessRole': 'none'}]}
            """);

    assertThat(found)
        .containsExactly(
            new CalendarListing(
                new CalendarRef("ann@example.com"),
                "ann@example.com",
                ZoneId.of("Europe/Vienna"),
                AccessRole.OWNER,
                true),
            new CalendarListing(
                new CalendarRef("team@group.calendar.google.com"),
                "Ours",
                null,
                AccessRole.WRITER,
                false),
            new CalendarListing(
                new CalendarRef("boss@example.com"), null, null, AccessRole.FREE_BUSY, false),
            new CalendarListing(
                new CalendarRef("en.austrian#holiday@group.v.calendar.google.com"),
                "Holidays",
                null,
                AccessRole.READER,
                false));
    assertThat(paths).hasSize(3);
    assertThat(paths.get(1)).isEqualTo(paths.getFirst() + "&pageToken=n%262");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'items': 5}",
        "{'items': [{'summary': 'no id'}]}",
        "{'items': [7]}",
        "{'nextPageToken': 'again'}"
      })
  void returnsNoPartOfAListThatItCannotReadToItsEnd(String page) {
    assertThatThrownBy(() -> list(page)).isInstanceOf(ProviderException.class);
  }

  /// The last page repeats.
  private List<CalendarListing> list(String... pages) throws ProviderException {
    return new GoogleCalendarList(
            path -> {
              paths.add(path);
              return json(pages[Math.min(paths.size(), pages.length) - 1]);
            })
        .all();
  }
}
