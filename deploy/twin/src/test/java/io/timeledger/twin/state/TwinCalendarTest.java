package io.timeledger.twin.state;

import static io.timeledger.twin.state.MeetingSamples.single;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TwinCalendarTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private final TwinCalendar calendar = startedAt(NOW);

  @Test
  void showsEachRevisionAsItStood() {
    calendar.put(single("a", "One"));
    long first = calendar.revision();
    calendar.put(single("a", "Two"));
    calendar.delete("a");

    assertThat(calendar.find("a", first)).map(meeting -> meeting.details().title()).contains("One");
    assertThat(calendar.find("a", first + 1))
        .map(meeting -> meeting.details().title())
        .contains("Two");
    assertThat(calendar.find("a")).isEmpty();
    assertThat(calendar.findDeleted("a", calendar.revision()))
        .map(meeting -> meeting.details().title())
        .contains("Two");
  }

  @Test
  void namesEachChangedMeetingOnce() {
    calendar.put(single("a", "One"));
    long since = calendar.revision();
    calendar.put(single("b", "Two"));
    calendar.put(single("b", "Three"));

    assertThat(calendar.changedSince(since)).containsExactly("b");
    assertThat(calendar.changedSince(calendar.revision())).isEmpty();
  }

  @Test
  void keepsThePlaceOfAMeetingThatChangesAgain() {
    long since = calendar.revision();
    calendar.put(single("a", "One"));
    calendar.put(single("b", "Two"));
    calendar.put(single("a", "Three"));

    assertThat(calendar.changedSince(since)).containsExactly("a", "b");
  }

  @Test
  void forgetsRevisionsBeforeTheFloorAndThoseOfAnotherRun() {
    calendar.put(single("a", "One"));
    long before = calendar.revision();

    calendar.forget();

    assertThat(calendar.remembers(before)).isFalse();
    assertThat(calendar.remembers(calendar.revision())).isTrue();
    assertThat(startedAt(NOW.plusSeconds(1)).remembers(before)).isFalse();
    assertThat(startedAt(NOW.minusSeconds(1)).remembers(before)).isFalse();
  }

  private static TwinCalendar startedAt(Instant now) {
    return new TwinCalendar(
        "c", "Calendar", MeetingSamples.BERLIN, true, TwinCalendar.AccessRole.OWNER, now);
  }
}
