package io.timeledger.calendar.provider.graph;

import static io.timeledger.calendar.provider.graph.GraphJson.event;
import static io.timeledger.calendar.provider.graph.GraphJson.exception;
import static io.timeledger.calendar.provider.graph.GraphJson.object;
import static io.timeledger.calendar.provider.graph.GraphJson.page;
import static io.timeledger.calendar.provider.graph.GraphJson.removed;
import static io.timeledger.calendar.provider.graph.GraphJson.series;
import static io.timeledger.calendar.provider.graph.GraphJson.stub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItem;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What pages of a round say about series and removed events.
class GraphDeltaTest {
  private final KnownEvents known = new KnownEvents();

  @Test
  void givesInstancesTheTitleOfTheirSeries() throws ProviderException {
    EventPage page =
        full(
            stub("o1", "s", "2026-11-03"),
            series("s", "2026-01-06").put("subject", "Weekly").put("sensitivity", "private"),
            stub("o2", "s", "2026-11-10"),
            exception("x", "s", "2026-11-17").put("subject", "Special"));

    assertThat(page.events())
        .extracting(SourceEvent::eventRef, SourceEvent::title, SourceEvent::originalStart)
        .containsExactly(
            tuple("o1", "Weekly", "2026-11-03T09:00:00Z"),
            tuple("o2", "Weekly", "2026-11-10T09:00:00Z"),
            tuple("x", "Special", "2026-11-17T09:00:00Z"));
    assertThat(page.events().getFirst().isPrivate()).isTrue();
    assertThat(page.events()).allSatisfy(event -> assertThat(event.seriesRef()).isEqualTo("s"));
    assertThat(known.asked).isEmpty();
  }

  @Test
  void asksForASeriesOnceInARound() throws ProviderException {
    known.with(series("s", "2026-01-06"));

    EventPage first =
        full("@odata.nextLink", stub("o1", "s", "2026-11-03"), stub("o2", "s", "2026-11-04"));
    EventPage second = more(first, stub("o3", "s", "2026-11-05"));

    assertThat(first.events()).extracting(SourceEvent::title).containsOnly("Title of s");
    assertThat(second.events()).extracting(SourceEvent::title).containsExactly("Title of s");
    assertThat(known.asked).containsExactly("s");
  }

  @Test
  void remembersTheSeriesOfAnEarlierPage() throws ProviderException {
    EventPage first = full("@odata.nextLink", series("s", "2026-01-06"));
    EventPage second = more(first, stub("o1", "s", "2026-11-03"));

    assertThat(second.events()).extracting(SourceEvent::title).containsExactly("Title of s");
    assertThat(second.coverage()).isEqualTo(Coverage.FULL);
    assertThat(known.asked).isEmpty();
  }

  @Test
  void remembersNoMoreSeriesThanFitAndAsksForTheOthers() throws ProviderException {
    JsonNode[] many =
        IntStream.range(0, 100)
            .mapToObj(i -> series("s" + i, "2026-01-06").put("subject", "x".repeat(1_000)))
            .toArray(JsonNode[]::new);
    known.with(series("s99", "2026-01-06"));

    EventPage first = full("@odata.nextLink", many);
    EventPage second =
        more(first, stub("o0", "s0", "2026-11-03"), stub("o99", "s99", "2026-11-03"));

    assertThat(((PageEnd.More) first.end()).place().value().length()).isLessThan(40_000);
    assertThat(second.events()).hasSize(2);
    assertThat(known.asked).containsExactly("s99");
  }

  @Test
  void leavesInstancesAsTheyWereWhenTheirSeriesCannotBeRead() throws ProviderException {
    EventPage page =
        changes(
            stub("o1", "s", "2026-11-03"),
            stub("o2", "s", "2026-11-04"),
            series("bad", "2026-01-06").put("subject", 7),
            stub("o3", "bad", "2026-11-03"));

    assertThat(page.events()).isEmpty();
    assertThat(page.removed()).isEmpty();
    assertThat(page.unreadable())
        .containsExactlyInAnyOrder(
            new UnreadableItem("s", "series_missing"),
            new UnreadableItem("bad", "subject_invalid"));
    assertThat(known.asked).containsExactly("s");
  }

  @Test
  void asksForAnEventThatLacksItsProperties() throws ProviderException {
    known.with(event("e", "2026-11-03").put("subject", "Whole"));
    ObjectNode incomplete = event("e", "2026-11-03");
    incomplete.remove("subject");

    assertThat(changes(incomplete).events())
        .extracting(SourceEvent::title)
        .containsExactly("Whole");
    assertThat(changes(stub("x", "s", "2026-11-03").put("type", "exception")).unreadable())
        .containsExactly(new UnreadableItem("x", "event_missing"));
  }

  @Test
  void replacesASeriesThatCameWithInstances() throws ProviderException {
    EventPage page = changes(series("s", "2026-01-06"), stub("o1", "s", "2026-11-03"));

    assertThat(page.wholeSeries()).containsExactly("s");
    assertThat(known.asked).isEmpty();
  }

  @Test
  void asksForTheInstancesOfASeriesThatCameAlone() throws ProviderException {
    known
        .withInstances("empty")
        .withInstances("full", exception("o1", "full", "2026-11-03"), object().put("id", "bad"));

    EventPage page =
        changes(
            series("empty", "2026-01-06"),
            series("full", "2026-01-06"),
            series("unknown", "2026-01-06"));

    assertThat(page.wholeSeries()).containsExactlyInAnyOrder("empty", "full");
    assertThat(page.events()).extracting(SourceEvent::eventRef).containsExactly("o1");
    assertThat(page.unreadable()).containsExactly(new UnreadableItem("bad", "start_missing"));
  }

  @Test
  void waitsForTheInstancesOfALaterPageBeforeItAsks() throws ProviderException {
    EventPage first =
        read(
            Coverage.CHANGES,
            SeriesSoFar.NONE,
            page("@odata.nextLink", "link", series("s", "2026-01-06"), series("t", "2026-01-06")));
    EventPage second = more(first, stub("o1", "s", "2026-11-03"));

    assertThat(first.wholeSeries()).isEmpty();
    assertThat(second.wholeSeries()).containsExactly("s");
    assertThat(known.asked).containsExactly("t/instances");
  }

  @Test
  void replacesNoSeriesOfWhichOnlyInstancesCame() throws ProviderException {
    known.with(series("s", "2026-01-06"));

    assertThat(changes(stub("o1", "s", "2026-11-03")).wholeSeries()).isEmpty();
    assertThat(changes(exception("x", "s", "2026-11-03")).wholeSeries()).isEmpty();
  }

  @Test
  void tellsWhatIsDeletedFromWhatLeftTheWindow() throws ProviderException {
    known.with(event("moved", "2027-03-01"));

    EventPage page = changes(removed("gone"), removed("moved"));

    assertThat(page.removed()).containsExactly("gone");
    assertThat(page.events())
        .extracting(SourceEvent::eventRef, event -> event.time().startText())
        .containsExactly(tuple("moved", "2027-03-01T09:00:00Z"));
  }

  @Test
  void takesTheInstancesAwayWithTheirSeries() throws ProviderException {
    known.with(series("away", "2026-01-06")).withInstances("away");

    EventPage page = changes(removed("deleted"), removed("away"));

    assertThat(page.removed()).containsExactly("deleted");
    assertThat(page.wholeSeries()).containsExactly("away");
  }

  @Test
  void asksNoMoreThanTheLeaseAllows() throws ProviderException {
    JsonNode[] many =
        IntStream.range(0, 300).mapToObj(i -> removed("e" + i)).toArray(JsonNode[]::new);

    EventPage page = changes(many);

    assertThat(page.removed()).hasSize(300);
    assertThat(known.asked).hasSize(BoundedLookup.MOST);
    assertThat(page.unreadable()).isEmpty();
  }

  @Test
  void asksNoLongerThanTheLeaseAllows() throws ProviderException {
    known.takes(Duration.ofSeconds(5));

    EventPage page =
        changes(
            removed("a"),
            removed("b"),
            removed("c"),
            removed("d"),
            stub("o", "unknown", "2026-11-03"));

    assertThat(page.removed()).containsExactly("a", "b", "c", "d");
    assertThat(known.asked).containsExactly("a", "b", "c");
    assertThat(known.deadlines)
        .containsExactly(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(5));
    assertThat(page.unreadable())
        .containsExactly(new UnreadableItem("unknown", "too_many_lookups"));
  }

  @Test
  void takesTheLastOfTwoReportsOfAnEvent() throws ProviderException {
    EventPage page =
        changes(
            event("e", "2026-11-03"),
            removed("f"),
            event("e", "2026-11-04"),
            event("f", "2026-11-04"),
            event("g", "2026-11-04"),
            removed("g"));

    assertThat(page.events())
        .extracting(SourceEvent::eventRef, event -> event.time().startText())
        .containsExactlyInAnyOrder(
            tuple("e", "2026-11-04T09:00:00Z"), tuple("f", "2026-11-04T09:00:00Z"));
    assertThat(page.removed()).containsExactly("g");
  }

  @Test
  void keepsAFullRoundInTheWindow() throws ProviderException {
    EventPage page = full(event("in", "2026-11-30"), event("out", "2026-12-01"), removed("gone"));

    assertThat(page.events()).extracting(SourceEvent::eventRef).containsExactly("in");
    assertThat(page.removed()).containsExactly("gone");
    assertThat(page.wholeSeries()).isEmpty();
    assertThat(known.asked).isEmpty();
  }

  @Test
  void remembersEachSeriesWithoutInstancesToTheLastPage() throws ProviderException {
    JsonNode[] many =
        IntStream.range(0, 150)
            .mapToObj(i -> series("s" + "x".repeat(300) + i, "2026-01-06"))
            .toArray(JsonNode[]::new);
    known.withNoInstances();

    EventPage first =
        read(Coverage.CHANGES, SeriesSoFar.NONE, page("@odata.nextLink", "link", many));

    assertThat(more(first).wholeSeries()).hasSize(150);
  }

  @Test
  void refusesAPageThatNamesNeitherNextPageNorNextRound() {
    for (JsonNode body :
        new JsonNode[] {
          page("@odata.context", "x"),
          page("@odata.deltaLink", ""),
          object().put("@odata.deltaLink", "d"),
          object().put("@odata.deltaLink", "d").put("value", "x"),
          page("@odata.nextLink", "x").put("@odata.nextLink", 1)
        }) {
      assertThat(catchThrowableOfType(ProviderException.class, () -> DeltaPage.of(body)).fault())
          .isEqualTo(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
    }
  }

  @Test
  void continuesTheNextRoundAtTheDeltaLink() throws ProviderException {
    assertThat(full().end()).isEqualTo(new PageEnd.End(new EventCursor("link")));
  }

  private EventPage full(JsonNode... items) throws ProviderException {
    return full("@odata.deltaLink", items);
  }

  private EventPage full(String link, JsonNode... items) throws ProviderException {
    return read(Coverage.FULL, SeriesSoFar.NONE, page(link, "link", items));
  }

  private EventPage changes(JsonNode... items) throws ProviderException {
    return read(Coverage.CHANGES, SeriesSoFar.NONE, page("@odata.deltaLink", "link", items));
  }

  private EventPage more(EventPage before, JsonNode... items) throws ProviderException {
    DeltaPlace place = DeltaPlace.of(((PageEnd.More) before.end()).place());
    return read(place.coverage(), place.series(), page("@odata.deltaLink", "link", items));
  }

  private EventPage read(Coverage coverage, SeriesSoFar series, JsonNode body)
      throws ProviderException {
    return new DeltaReader(coverage, GraphJson.NOVEMBER, GraphJson.ANNA, known.bounded(), series)
        .read(DeltaPage.of(body));
  }
}
