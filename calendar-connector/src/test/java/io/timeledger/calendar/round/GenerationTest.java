package io.timeledger.calendar.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.UnreadableItem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GenerationTest {
  private static final PageEnd MORE = new PageEnd.More(new PagePlace("2"));
  private static final PageEnd END = new PageEnd.End(new EventCursor("c"));
  private final Generation generation = new Generation(7);

  @Test
  void sweepsWhatItDidNotMeetAfterItsLastPage() {
    generation.met(page(Coverage.FULL, MORE, List.of(), 0));
    assertThat(generation.sweeps(6, "e", null)).isFalse();

    generation.met(page(Coverage.FULL, END, List.of(), 0));

    assertThat(generation.sweeps(6, "e", null)).isTrue();
    assertThat(generation.sweeps(generation.number(), "e", null)).isFalse();
  }

  @Test
  void sweepsNothingWhenItIsCutOff() {
    assertThat(generation.maySweep()).isFalse();
    generation.met(page(Coverage.FULL, MORE, List.of(), 0));
    assertThat(generation.maySweep()).isFalse();
  }

  @Test
  void sweepsNothingWhenOnlyChangesWereTold() {
    generation.met(page(Coverage.CHANGES, END, List.of(), 0));

    assertThat(generation.sweeps(6, "e", null)).isFalse();
    Generation unchanged = new Generation(8);
    unchanged.met(EventPage.unchanged(new EventCursor("c")));
    assertThat(unchanged.maySweep()).isFalse();
  }

  @Test
  void keepsWhatCouldNotBeRead() {
    generation.met(
        page(
            Coverage.FULL,
            MORE,
            List.of(new UnreadableItem("bad", "time_invalid"), new UnreadableItem(null, "frame")),
            2));
    generation.met(page(Coverage.FULL, END, List.of(), 0));

    assertThat(generation.sweeps(6, "bad", null)).isFalse();
    assertThat(generation.sweeps(6, "bad/2026-11-10T09:00:00Z", "bad")).isFalse();
    assertThat(generation.sweeps(6, "other", "series")).isTrue();
  }

  @Test
  void sweepsNothingWhenMoreIsUnreadableThanItKnows() {
    generation.met(page(Coverage.FULL, END, List.of(new UnreadableItem("bad", "time_invalid")), 2));

    assertThat(generation.sweeps(6, "other", null)).isFalse();
  }

  @Test
  void sweepsMissingInstancesOfSeriesThatWereToldAsAWhole() {
    generation.met(changes(Set.of("series"), MORE, List.of()));
    assertThat(generation.maySweep()).isFalse();

    generation.met(changes(Set.of(), END, List.of()));

    assertThat(generation.onlySeries()).contains(Set.of("series"));
    assertThat(generation.sweeps(6, "e1", "series")).isTrue();
    assertThat(generation.sweeps(7, "e2", "series")).isFalse();
    assertThat(generation.sweeps(6, "e3", "other")).isFalse();
    assertThat(generation.sweeps(6, "e4", null)).isFalse();
  }

  @Test
  void keepsASeriesThatCouldNotBeRead() {
    generation.met(
        changes(Set.of("series"), END, List.of(new UnreadableItem("series", "series_missing"))));

    assertThat(generation.sweeps(6, "e1", "series")).isFalse();
  }

  private static EventPage changes(
      Set<String> wholeSeries, PageEnd end, List<UnreadableItem> unreadable) {
    return new EventPage(
        Coverage.CHANGES,
        List.of(),
        List.of(),
        wholeSeries,
        unreadable,
        unreadable.size(),
        null,
        null,
        end);
  }

  private static EventPage page(
      Coverage coverage, PageEnd end, List<UnreadableItem> unreadable, int count) {
    return new EventPage(coverage, List.of(), List.of(), unreadable, count, null, null, end);
  }
}
