package io.timeledger.calendar.fold;

import static io.timeledger.calendar.testkit.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.testkit.Events;
import io.timeledger.schemas.id.CalendarId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldingTest {
  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void showsTheOwnCopyThenThePrimaryOneThenAWritableOneThenTheOldest() {
    FoldedSource own = source("cal_own", event().own(), false, false, LATE);
    FoldedSource primary = source("cal_primary", event(), true, false, LATE);
    FoldedSource writable = source("cal_writable", event(), false, true, LATE);
    FoldedSource oldest = source("cal_oldest", event(), false, false, EARLY);
    FoldedSource last = source("cal_last", event(), false, false, LATE);
    List<FoldedSource> all = new ArrayList<>(List.of(own, primary, writable, oldest, last));
    Random random = new Random(5);

    for (int i = 0; i < 100; i++) {
      Collections.shuffle(all, random);
      assertThat(Folding.of(all).orElseThrow().sources())
          .extracting(link -> link.calendarId().value())
          .containsExactly("cal_own", "cal_primary", "cal_writable", "cal_oldest", "cal_last");
    }
  }

  @Test
  void showsWhatTheShownCopySays() {
    FoldedBlock block =
        Folding.of(
                List.of(
                    source(
                        "cal_b",
                        event().title("Copy").answer(ParticipationStatus.UNANSWERED),
                        false,
                        false,
                        EARLY),
                    source("cal_a", event().title("Original").own(), false, false, LATE)))
            .orElseThrow();

    assertThat(block.title()).isEqualTo("Original");
    assertThat(block.tentative()).isFalse();
    assertThat(block.calendarId()).isEqualTo(new CalendarId("cal_a"));
    assertThat(block.sources()).hasSize(2);
  }

  @Test
  void goesWithItsLastSource() {
    FoldedSource a = source("cal_a", event(), true, true, EARLY);
    FoldedSource b = source("cal_b", event(), false, true, LATE);

    assertThat(Folding.of(List.of(a, b)).orElseThrow().calendarId().value()).isEqualTo("cal_a");
    assertThat(Folding.of(List.of(b)).orElseThrow().calendarId().value()).isEqualTo("cal_b");
    assertThat(Folding.of(List.of(a, b)).orElseThrow().contactHashes()).containsExactly("of-cal_a");
    assertThat(Folding.of(List.of())).isEmpty();
  }

  @Test
  void isNotMadeOfHiddenSources() {
    FoldedSource declined =
        new FoldedSource(
            new CalendarId("cal_a"),
            event().own().build(),
            List.of(),
            true,
            true,
            EARLY,
            HiddenReason.DECLINED);
    FoldedSource other = source("cal_b", event(), false, false, LATE);

    assertThat(Folding.of(List.of(declined))).isEmpty();
    assertThat(Folding.of(List.of(declined, other)).orElseThrow().sources())
        .containsExactly(new FoldedBlock.SourceLink(new CalendarId("cal_b"), "e1"));
  }

  @Test
  void isPrivateWhenAnyCopyIs() {
    FoldedBlock block =
        Folding.of(
                List.of(
                    source("cal_a", event().title("Doctor").own(), true, true, EARLY),
                    source("cal_b", event().title(null).hidden(), false, false, LATE)))
            .orElseThrow();

    assertThat(block.isPrivate()).isTrue();
    assertThat(block.title()).isNull();
  }

  private static FoldedSource source(
      String calendar, Events event, boolean primary, boolean writable, Instant connectedAt) {
    return new FoldedSource(
        new CalendarId(calendar),
        event.build(),
        List.of("of-" + calendar),
        primary,
        writable,
        connectedAt,
        null);
  }
}
