package io.timeledger.twin.state;

import static io.timeledger.twin.state.MeetingSamples.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
  private static final Span MARCH =
      new Span(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

  @Test
  void keepsTheLocalTimeAndTheLengthWhenClocksChange() {
    Meeting weekly = series("FREQ=WEEKLY;COUNT=3", "2026-03-23T01:30", "2026-03-23T03:30");

    List<Occurrence> found = Occurrences.of(weekly, MARCH);

    assertThat(found)
        .extracting(occurrence -> occurrence.details().start().text())
        .containsExactly("2026-03-23T00:30:00Z", "2026-03-29T23:30:00Z");
    assertThat(found)
        .allMatch(occurrence -> occurrence.details().length().equals(Duration.ofHours(2)));
  }

  @Test
  void repeatsDaysAsDays() {
    Meeting daily = series("FREQ=DAILY;COUNT=2", "2026-03-28", "2026-03-30");

    assertThat(Occurrences.of(daily, MARCH))
        .extracting(
            occurrence ->
                occurrence.details().start().text() + "/" + occurrence.details().end().text())
        .containsExactly("2026-03-28/2026-03-30", "2026-03-29/2026-03-31");
  }

  @Test
  void leavesOutACancelledInstanceAndKeepsTheOriginOfAMovedOne() {
    Meeting weekly = series("FREQ=WEEKLY;COUNT=3", "2026-03-02T09:00", "2026-03-02T10:00");
    List<Occurrence> starts = Occurrences.of(weekly, MARCH);
    When first = starts.getFirst().originalStart().orElseThrow();
    When second = starts.get(1).originalStart().orElseThrow();
    Details moved =
        starts
            .get(1)
            .details()
            .between(second.plus(Duration.ofHours(3)), second.plus(Duration.ofHours(4)));

    Meeting changed =
        weekly
            .except(first, new Exceptional.Cancelled())
            .except(second, new Exceptional.Changed(moved));

    List<Occurrence> found = Occurrences.of(changed, MARCH);
    assertThat(found).hasSize(2);
    assertThat(found.getFirst().originalStart()).contains(second);
    assertThat(found.getFirst().details().start().text()).isEqualTo("2026-03-09T11:00:00Z");
    assertThat(Occurrences.find(changed, first.compact())).isEmpty();
    assertThat(Occurrences.find(changed, second.compact())).isPresent();
  }

  @Test
  void findsAnInstanceThatMovedIntoTheSpan() {
    Meeting weekly = series("FREQ=WEEKLY;COUNT=8", "2026-03-02T09:00", "2026-03-02T10:00");
    When april = When.parse("2026-04-06T09:00", MeetingSamples.BERLIN);
    When inMarch = When.parse("2026-03-31T09:00", MeetingSamples.BERLIN);
    Details moved = weekly.details().between(inMarch, inMarch.plus(Duration.ofHours(1)));

    assertThat(Occurrences.of(weekly.except(april, new Exceptional.Changed(moved)), MARCH))
        .hasSize(6)
        .last()
        .matches(
            occurrence ->
                occurrence.exception() && occurrence.originalStart().orElseThrow().equals(april));
  }

  @Test
  void endsAnEndlessSeries() {
    Meeting endless = series("FREQ=DAILY", "2026-03-02T09:00", "2026-03-02T10:00");

    assertThat(Occurrences.of(endless, Span.ALWAYS)).hasSize(2_000);
    assertThatThrownBy(() -> new RepeatRule("FREQ=SOMETIMES"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SOMETIMES");
  }
}
