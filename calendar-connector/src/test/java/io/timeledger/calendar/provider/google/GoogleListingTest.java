package io.timeledger.calendar.provider.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleListingTest {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  @Test
  void asksForTheWindowFirst() {
    assertThat(GoogleListing.days(window(0)).query())
        .contains("singleEvents=true", "maxResults=250")
        .contains("timeMin=2026-10-30T23%3A00%3A00Z", "timeMax=2026-12-14T23%3A00%3A00Z")
        .doesNotContain("orderBy", "syncToken", "showDeleted");
  }

  @Test
  void asksForChangesWithoutTheForbiddenParametersAndWithAllOthers() {
    GoogleListing first = GoogleListing.full(window(0));
    GoogleListing next = GoogleListing.since(first.cursor("a+/=b")).orElseThrow();

    assertThat(next.query()).contains("syncToken=a%2B%2F%3Db");
    assertThat(names(next))
        .doesNotContain(
            "iCalUID",
            "orderBy",
            "privateExtendedProperty",
            "q",
            "sharedExtendedProperty",
            "timeMin",
            "timeMax",
            "updatedMin");
    Set<String> common = new TreeSet<>(names(first));
    common.removeAll(Set.of("timeMin", "timeMax"));
    assertThat(names(next)).containsAll(common);
  }

  @Test
  void repeatsEverythingOnLaterPages() {
    GoogleListing first = GoogleListing.full(window(0));
    GoogleListing second = GoogleListing.at(first.place("p 2")).orElseThrow();
    assertThat(second.query()).isEqualTo(first.query() + "&pageToken=p+2");

    GoogleListing changes = GoogleListing.since(second.cursor("s")).orElseThrow();
    GoogleListing more = GoogleListing.at(changes.place("p 3")).orElseThrow();
    assertThat(more.query()).isEqualTo(changes.query() + "&pageToken=p+3");
  }

  @Test
  void servesTheWindowsOfTheNextSixDays() {
    EventCursor cursor = GoogleListing.full(window(0)).cursor("s");
    GoogleListing changes = GoogleListing.since(cursor).orElseThrow();

    assertThat(changes.includes(window(0))).isTrue();
    assertThat(changes.includes(window(6))).isTrue();
    assertThat(changes.includes(window(7))).isFalse();
    assertThat(changes.includes(window(-1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "c1", "a/b/c/d", "2026-11-30T00:00:00Z/2026-12-01T00:00:00Z//", "///%%"})
  void takesNothingElseForACursor(String text) {
    assertThat(GoogleListing.since(new EventCursor(text))).isEmpty();
    assertThat(GoogleListing.at(new PagePlace(text))).isEmpty();
  }

  private static Window window(int days) {
    LocalDate today = TODAY.plusDays(days);
    return new Window(today.minusDays(30), today.plusDays(15), VIENNA);
  }

  private static Set<String> names(GoogleListing listing) {
    return Stream.of(listing.query().split("&"))
        .map(parameter -> parameter.substring(0, parameter.indexOf('=')))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
