package io.timeledger.calendar.provider.google;

import static io.timeledger.calendar.provider.google.GoogleSamples.file;
import static io.timeledger.calendar.provider.google.GoogleSamples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItem;
import io.timeledger.calendar.provider.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GooglePageReaderTest {
  private static final Window WINDOW =
      new Window(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 8), ZoneId.of("Europe/Vienna"));
  private static final GoogleListing FULL = GoogleListing.full(WINDOW);
  private static final GoogleListing CHANGES =
      GoogleListing.since(FULL.cursor("token")).orElseThrow();

  @Test
  void readsAllEventsOfAPage() throws ProviderException {
    EventPage page = GooglePageReader.page(file("events.json"), FULL, WINDOW);

    assertThat(page.coverage()).isEqualTo(Coverage.FULL);
    assertThat(page.events())
        .extracting(SourceEvent::title)
        .containsExactly("Planning", "Daily", "Offsite", "Focus time", "Hold", "Home");
    assertThat(page.removed()).isEmpty();
    assertThat(page.unreadableCount()).isZero();
    EventCursor cursor = ((PageEnd.End) page.end()).cursor();
    assertThat(GoogleListing.since(cursor).orElseThrow().syncToken())
        .isEqualTo("CPDAlvWDx70CEPDAlvWDx70CGAU=");
  }

  @Test
  void removesWhatIsCancelledByItsIdAlone() throws ProviderException {
    EventPage page = GooglePageReader.page(file("changes.json"), CHANGES, WINDOW);

    assertThat(page.coverage()).isEqualTo(Coverage.CHANGES);
    assertThat(page.removed())
        .containsExactly("7s2daily_20261202T080000Z", "4k1planning", "2r7removed");
    assertThat(page.events())
        .extracting(SourceEvent::title)
        .as("with what moved out of the window")
        .containsExactly("Moved away", "Second");
    assertThat(page.unreadableCount()).isZero();
  }

  @Test
  void dropsWhatIsOutsideTheWindowFromAListingOfIt() throws ProviderException {
    EventPage page = GooglePageReader.page(file("changes.json"), FULL, WINDOW);

    assertThat(page.events()).extracting(SourceEvent::title).containsExactly("Second");
    assertThat(page.removed()).doesNotContain("3m8moved");
  }

  @Test
  void goesOnAfterAnEmptyPage() throws ProviderException {
    EventPage page =
        GooglePageReader.page(json("{'items': [], 'nextPageToken': 'a/b c'}"), CHANGES, WINDOW);

    assertThat(page.events()).isEmpty();
    PageEnd.More more = (PageEnd.More) page.end();
    GoogleListing next = GoogleListing.at(more.place()).orElseThrow();
    assertThat(next.pageToken()).isEqualTo("a/b c");
    assertThat(next.syncToken()).isEqualTo("token");
    assertThat(next.coverage()).isEqualTo(Coverage.CHANGES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'items': []}",
        "{'items': [], 'nextSyncToken': ''}",
        "{'items': [], 'nextSyncToken': 5}",
        "{'items': [], 'nextPageToken': [], 'nextSyncToken': 'a'}",
        "{'items': {}, 'nextSyncToken': 'a'}",
        "{'items': [], 'nextSyncToken': 'a', 'timeZone': 1}"
      })
  void refusesWhatIsNoPage(String body) {
    assertThatThrownBy(() -> GooglePageReader.page(json(body), FULL, WINDOW))
        .isInstanceOfSatisfying(
            ProviderException.class,
            e -> assertThat(e.fault().reason()).isEqualTo(FaultReason.ANSWER_UNEXPECTED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7 | | id_missing",
        "null | | id_missing",
        "{} | | id_missing",
        "{'id': 7} | | id_invalid",
        "{'id': 'a\\u0000b'} | | id_invalid",
        "{'id': 'a\\ud800'} | | id_invalid",
        "{'id': 'e'} | e | start_missing",
        "{'id': 'e', 'start': {}} | e | time_invalid",
        "{'id': 'e', 'start': []} | e | start_invalid",
        "{'id': 'e', 'start': {'date': '2026-13-01'}} | e | time_invalid",
        "{'id': 'e', 'start': {'date': '+12026-01-01'}} | e | time_invalid",
        "{'id': 'e', 'start': {'date': 20261201}} | e | date_invalid",
        "{'id': 'e', 'start': {'dateTime': 'soon'}} | e | time_invalid",
        "{'id': 'e', 'start': {'dateTime': '2026-12-01T25:00:00Z'}} | e | time_invalid",
        "{'id': 'e', 'summary': {}, 'start': {'date': '2026-12-01'}} | e | summary_invalid",
        "{'id': 'e', 'attendees': 1, 'start': {'date': '2026-12-01'}} | e | attendees_invalid",
        "{'id': 'e', 'attendees': [{'self': 'yes'}], 'start': {'date': '2026-12-01'}}"
            + " | e | self_invalid",
        "{'id': 'e', 'iCalUID': 7, 'start': {'date': '2026-12-01'}} | e | iCalUID_invalid",
        "{'id': 'e', 'recurringEventId': 's', 'start': {'date': '2026-12-01'}}"
            + " | e | originalStartTime_missing",
      })
  void skipsAnItemThatCannotBeRead(String item, String ref, String error) throws ProviderException {
    String body =
        """
        {'nextSyncToken': 'a', 'items': [%s, {'id': 'good', 'start': {'date': '2026-12-01'}}]}
        """
            .formatted(item);

    EventPage page = GooglePageReader.page(json(body), FULL, WINDOW);

    assertThat(page.events()).extracting(SourceEvent::eventRef).containsExactly("good");
    assertThat(page.unreadableCount()).isEqualTo(1);
    assertThat(page.unreadable()).containsExactly(new UnreadableItem(ref, error));
  }

  @Test
  void keepsTheStartOfATitleOfTwoMegabytes() throws ProviderException {
    String body =
        "{'nextSyncToken': 'a', 'items': [{'id': 'e', 'summary': '%s', 'start': {'date': '2026-12-01'}}]}"
            .formatted("x".repeat(2_000_000));

    EventPage page = GooglePageReader.page(json(body), FULL, WINDOW);

    assertThat(page.events().getFirst().title()).isEqualTo("x".repeat(500));
  }
}
