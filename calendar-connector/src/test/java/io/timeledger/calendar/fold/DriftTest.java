package io.timeledger.calendar.fold;

import static io.timeledger.calendar.testkit.Events.NINE;
import static io.timeledger.calendar.testkit.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.testkit.Events;
import io.timeledger.schemas.id.CalendarId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final Window WINDOW =
      new Window(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-15"), Events.BERLIN);
  private static final ConversionSnapshot THEN = ConversionSnapshot.of(block(event()));

  @Test
  void isNoneWhileTimesAndTitleAreTheSame() {
    assertThat(Drift.since(THEN, block(event()))).isEmpty();
    assertThat(
            Drift.since(
                THEN,
                block(
                    event()
                        .at(
                            new EventTime.Timed(
                                NINE, NINE.plusSeconds(3600), ZoneId.of("UTC"), true)))))
        .isEmpty();
  }

  @Test
  void seesWhatMovedOrGotAnotherTitle() {
    EventTime later =
        new EventTime.Timed(NINE.plusSeconds(60), NINE.plusSeconds(3660), Events.BERLIN, false);
    EventTime longer = new EventTime.Timed(NINE, NINE.plusSeconds(7200), Events.BERLIN, false);
    EventTime endless = new EventTime.Timed(NINE, null, Events.BERLIN, false);

    assertThat(Drift.since(THEN, block(event().at(later)))).contains(Drift.MOVED);
    assertThat(Drift.since(THEN, block(event().at(longer)))).contains(Drift.MOVED);
    assertThat(Drift.since(THEN, block(event().at(endless)))).contains(Drift.MOVED);
    assertThat(Drift.since(THEN, block(event().onDays("2026-11-30", "2026-12-01"))))
        .contains(Drift.MOVED);
    assertThat(Drift.since(THEN, block(event().title("Other")))).contains(Drift.RETITLED);
    assertThat(Drift.since(THEN, block(event().title(null)))).contains(Drift.RETITLED);
  }

  @Test
  void seesNoOtherTitleWhereTheOwnerShowsOrHidesIt() {
    FoldedBlock shown = block(event().hidden());
    FoldedBlock hidden = block(event().hidden().title(null));
    ConversionSnapshot whenHidden = ConversionSnapshot.of(hidden);

    assertThat(Drift.since(whenHidden, shown)).isEmpty();
    assertThat(Drift.since(ConversionSnapshot.of(shown), hidden)).isEmpty();
    assertThat(Drift.since(whenHidden, block(event()))).as("made public").isEmpty();
    assertThat(Drift.since(whenHidden.completed(shown), block(event().hidden().title("Other"))))
        .contains(Drift.RETITLED);
  }

  @Test
  void tellsWhatIsCancelledFromWhatIsGoneAndWhatIsOld() {
    Window later =
        new Window(LocalDate.parse("2026-12-01"), LocalDate.parse("2027-01-15"), Events.BERLIN);

    EventTime then = THEN.time();
    assertThat(Drift.ofUnseen(HiddenReason.CANCELLED, then, WINDOW)).isEqualTo(Drift.CANCELLED);
    assertThat(Drift.ofUnseen(HiddenReason.DECLINED, then, later)).isEqualTo(Drift.CANCELLED);
    assertThat(Drift.ofUnseen(null, then, WINDOW)).isEqualTo(Drift.GONE);
    assertThat(Drift.ofUnseen(null, then, later)).isEqualTo(Drift.LEFT_WINDOW);
  }

  private static FoldedBlock block(Events event) {
    return Folding.of(
            List.of(
                new FoldedSource(
                    new CalendarId("cal_a"), event.build(), List.of(), true, true, NINE, null)))
        .orElseThrow();
  }
}
