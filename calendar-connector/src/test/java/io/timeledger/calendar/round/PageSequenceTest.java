package io.timeledger.calendar.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.round.DueWork.DueRound;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.SealedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageSequenceTest {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final Access ACCESS = new Access.OAuthToken("ann", "Ann@Example.com", "token-1");
  private static final Window TODAY = window(VIENNA, 0);

  private final Scripted provider = new Scripted();

  @Test
  void readsTheWholeWindowWithoutACursor() throws ProviderException {
    assertThat(read(due(null, null, 1), TODAY)).isEqualTo("full-end");
    assertThat(provider.calls).containsExactly("full 10-31..12-15", "more full-2");
  }

  @Test
  void goesOnFromTheCursorOfTheSameWindow() throws ProviderException {
    assertThat(read(due("c", TODAY, 1), TODAY)).isEqualTo("next-end");
    assertThat(provider.calls).containsExactly("next c", "more next-2");
  }

  @Test
  void listsTheNewDaysAfterTheChanges() throws ProviderException {
    provider.serves = true;

    assertThat(read(due("c", window(VIENNA, -2), 1), TODAY))
        .as("the cursor of the days is of no use")
        .isEqualTo("next-end");
    assertThat(provider.calls)
        .containsExactly("next c", "more next-2", "days 12-13..12-15", "more days-2");
    assertThat(provider.coverages).containsOnly(Coverage.CHANGES);
  }

  @Test
  void readsTheWholeWindowWhenTheCursorDoesNotServe() throws ProviderException {
    assertThat(read(due("c", window(VIENNA, -1), 1), TODAY)).isEqualTo("full-end");

    provider.serves = true;
    assertThat(read(due("c", window(VIENNA, 1), 1), TODAY)).as("earlier").isEqualTo("full-end");
    assertThat(read(due("c", window(ZoneId.of("Asia/Tokyo"), -1), 1), TODAY))
        .as("another zone")
        .isEqualTo("full-end");
    assertThat(read(due("c", TODAY, 2), TODAY)).as("another query").isEqualTo("full-end");
    assertThat(read(due("c", null, 1), TODAY)).as("no window").isEqualTo("full-end");
  }

  @Test
  void tellsTheProviderTheAddressOfTheAccount() throws ProviderException {
    provider.serves = true;
    read(due(null, null, 1), TODAY);
    read(due("c", window(VIENNA, -2), 1), TODAY);

    assertThat(provider.owners).containsOnly(new CalendarOwner(VIENNA, Set.of("ann@example.com")));
  }

  @Test
  void refusesAPageThatComesTwice() {
    provider.loops = true;

    assertThatThrownBy(() -> read(due(null, null, 1), TODAY)).isInstanceOf(ProviderException.class);
    assertThat(provider.calls).hasSize(2);
  }

  private String read(DueRound due, Window window) throws ProviderException {
    PageSequence pages = new PageSequence(due, provider, ACCESS, window);
    while (!pages.isOver()) {
      provider.coverages.add(pages.next().coverage());
    }
    return pages.cursor().value();
  }

  private static Window window(ZoneId zone, int days) {
    LocalDate today = LocalDate.of(2026, 11, 30).plusDays(days);
    return new Window(today.minusDays(30), today.plusDays(15), zone);
  }

  private static DueRound due(@Nullable String cursor, @Nullable Window before, int version) {
    WorkspaceId workspace = new WorkspaceId("ws_1");
    ConnectionId id = new ConnectionId("conn_1");
    Connection connection =
        new Connection(
            id,
            workspace,
            new UserId("usr_ann"),
            Provider.GOOGLE,
            "Mine",
            ConnectionStatus.ACTIVE,
            null,
            null,
            false,
            30,
            14,
            NOW,
            NOW,
            1,
            1,
            null);
    return new DueRound(
        "rnd_1",
        false,
        "poll",
        connection,
        new ConnectionSecret(id, workspace, 1, new SealedText("k1", "text")),
        new CalendarId("cal_1"),
        new CalendarRef("main"),
        1,
        new CalendarOwner(VIENNA, Set.of()),
        cursor == null ? null : new EventCursor(cursor),
        version,
        before,
        null,
        1,
        true,
        false,
        null,
        NOW,
        0,
        null);
  }

  /// Two pages of each kind.
  private static final class Scripted implements CalendarProvider {
    private final List<String> calls = new ArrayList<>();
    private final List<Coverage> coverages = new ArrayList<>();
    private final List<CalendarOwner> owners = new ArrayList<>();
    private boolean serves;
    private boolean loops;

    @Override
    public int queryVersion() {
      return 1;
    }

    @Override
    public List<CalendarListing> calendars(Access access) {
      return List.of();
    }

    @Override
    public EventPage full(Access access, CalendarRef calendar, Window window, CalendarOwner owner) {
      owners.add(owner);
      calls.add("full " + text(window));
      return page(Coverage.FULL, more("full-2"));
    }

    @Override
    public EventPage more(
        Access access, CalendarRef calendar, Window window, CalendarOwner owner, PagePlace place) {
      owners.add(owner);
      calls.add("more " + place.value());
      String kind = place.value().substring(0, place.value().indexOf('-'));
      return page(
          kind.equals("next") ? Coverage.CHANGES : Coverage.FULL,
          loops ? new PageEnd.More(place) : new PageEnd.End(new EventCursor(kind + "-end")));
    }

    @Override
    public EventPage next(
        Access access,
        CalendarRef calendar,
        Window window,
        CalendarOwner owner,
        EventCursor cursor) {
      owners.add(owner);
      calls.add("next " + cursor.value());
      return page(Coverage.CHANGES, more("next-2"));
    }

    @Override
    public boolean serves(EventCursor cursor, Window window) {
      return serves;
    }

    @Override
    public EventPage days(Access access, CalendarRef calendar, Window days, CalendarOwner owner) {
      owners.add(owner);
      calls.add("days " + text(days));
      return page(Coverage.FULL, more("days-2"));
    }

    private static PageEnd more(String place) {
      return new PageEnd.More(new PagePlace(place));
    }

    private static EventPage page(Coverage coverage, PageEnd end) {
      return new EventPage(coverage, List.of(), List.of(), List.of(), 0, null, null, end);
    }

    private static String text(Window window) {
      return "%tm-%<td..%tm-%<td".formatted(window.from(), window.toExclusive());
    }
  }
}
