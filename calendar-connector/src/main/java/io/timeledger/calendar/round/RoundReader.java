package io.timeledger.calendar.round;

import io.timeledger.calendar.fold.BlockIdentity;
import io.timeledger.calendar.fold.LocalDays;
import io.timeledger.calendar.fold.StoredTitle;
import io.timeledger.calendar.fold.VisibilityRule;
import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.round.DueWork.DueRound;
import io.timeledger.schemas.resource.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Reads a calendar page by page and cuts pages into slices, each written in one transaction. Not
/// thread-safe.
final class RoundReader {
  private static final int SLICE = 250;
  private static final int MOST_PAGES = 1_000;
  private static final int MOST_EVENTS = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final DueRound due;
  private final CalendarProvider provider;
  private final ContactHashes contacts;
  private final NextDue nextDue;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Instant begun;
  private final ZoneId zone;
  private final Window whole;
  private final Window window;
  private final Generation generation;
  private final PageSequence pages;
  private RoundFigures figures;
  private @Nullable CalendarListing listing;
  private @Nullable Duration pollAfter;

  /// @param begun start of the round by `clock`
  RoundReader(
      DueRound due,
      CalendarProvider provider,
      Access access,
      ContactHashes contacts,
      NextDue nextDue,
      RandomGenerator random,
      InstantSource clock,
      Instant begun) {
    this.due = due;
    this.provider = provider;
    this.contacts = contacts;
    this.nextDue = nextDue;
    this.random = random;
    this.clock = clock;
    this.begun = begun;
    this.zone = due.owner().zone();
    WindowPlan plan = new WindowPlan(due.connection().daysBack(), due.connection().daysAhead());
    this.whole = plan.at(due.now(), zone);
    this.window = plan.next(due.window(), due.now(), zone);
    this.pollAfter = due.pollAfter();
    this.generation = new Generation(due.generation());
    this.pages =
        new PageSequence(
            due, provider, contacts.queryVersion(provider.queryVersion()), access, window);
    this.figures = RoundFigures.begun(due.now(), pages.isFull());
  }

  boolean isOver() {
    return pages.isOver();
  }

  RoundFigures figures() {
    return figures;
  }

  void applied(SliceResult result) {
    figures = figures.plus(result);
  }

  /// The slices of the next page. The last slice of the last page ends the round.
  List<SourceSlice> nextPage() throws ProviderException {
    requireBounds();
    figures = figures.called();
    EventPage page = pages.next();
    listing = page.calendar() == null ? listing : page.calendar();
    boolean full = page.coverage() == Coverage.FULL;
    // An unchanged response does not repeat the suggested interval.
    pollAfter = full || page.pollAfter() != null ? page.pollAfter() : pollAfter;
    figures = figures.read(page).of(figures.full() || full);
    generation.met(page);
    if (figures.seen() > MOST_EVENTS) {
      throw tooMany();
    }
    return slices(page, full);
  }

  /// The slice with the figures of all slices before it.
  SourceSlice withFigures(SourceSlice slice) {
    return new SourceSlice(
        slice.full(),
        slice.window(),
        slice.sources(),
        slice.removed(),
        slice
            .end()
            .map(
                last ->
                    new RoundEnd(
                        last.cursor(),
                        last.queryVersion(),
                        last.listing(),
                        last.pollAfter(),
                        last.nextDueAt(),
                        figures,
                        last.generation(),
                        last.words())));
  }

  private void requireBounds() throws ProviderException {
    if (figures.pages() >= MOST_PAGES) {
      throw tooMany();
    }
    if (Duration.between(begun, clock.instant()).compareTo(LONGEST) > 0) {
      throw new ProviderException(new ProviderFault.Transient(FaultReason.TIMED_OUT));
    }
  }

  private static ProviderException tooMany() {
    return new ProviderException(new ProviderFault.Permanent(FaultReason.TOO_MANY_EVENTS));
  }

  private List<SourceSlice> slices(EventPage page, boolean full) {
    List<PreparedSource> sources = page.events().stream().map(this::prepared).toList();
    List<SourceSlice> slices = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(from + SLICE, sources.size());
      boolean last = to == sources.size();
      slices.add(
          new SourceSlice(
              full,
              window,
              sources.subList(from, to),
              from == 0 ? page.removed() : List.of(),
              last ? roundEnd() : Optional.empty()));
      from = to;
    } while (from < sources.size());
    return slices;
  }

  private PreparedSource prepared(SourceEvent event) {
    Connection connection = due.connection();
    SourceEvent kept = StoredTitle.kept(event, connection.showPrivateTitles());
    return new PreparedSource(
        kept,
        contacts.of(connection.workspaceId(), event.attendees()),
        BlockIdentity.of(connection.workspaceId(), connection.userId(), due.calendarId(), event),
        LocalDays.logDate(event.time(), zone),
        VisibilityRule.hides(event).orElse(null));
  }

  private Optional<RoundEnd> roundEnd() {
    if (!pages.isOver()) {
      return Optional.empty();
    }
    Instant now = due.now().plus(Duration.between(begun, clock.instant()));
    return Optional.of(
        new RoundEnd(
            pages.cursor(),
            contacts.queryVersion(provider.queryVersion()),
            listing,
            pollAfter,
            nextDue.after(pollAfter, window, whole, now, zone, random),
            figures,
            generation.maySweep() ? generation : null,
            figures.unreadable() == 0
                ? null
                : "items that could not be read: " + figures.unreadable()));
  }
}
