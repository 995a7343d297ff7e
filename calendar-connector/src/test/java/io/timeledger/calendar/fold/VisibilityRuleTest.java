package io.timeledger.calendar.fold;

import static io.timeledger.calendar.testkit.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.testkit.Events;
import io.timeledger.schemas.resource.BlockKind;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VisibilityRuleTest {

  @ParameterizedTest
  @MethodSource
  void hidesWhatIsNoMeetingOfItsOwner(Events event, @Nullable HiddenReason reason) {
    SourceEvent built = event.build();

    if (reason == null) {
      assertThat(VisibilityRule.hides(built)).isEmpty();
    } else {
      assertThat(VisibilityRule.hides(built)).contains(reason);
    }
  }

  static Stream<Arguments> hidesWhatIsNoMeetingOfItsOwner() {
    return Stream.of(
        Arguments.of(event(), null),
        Arguments.of(event().uid(null), null),
        Arguments.of(event().hidden(), null),
        Arguments.of(event().onDays("2026-11-30", "2026-12-01"), null),
        Arguments.of(event().busy(Busy.TENTATIVE), null),
        Arguments.of(event().busy(Busy.ABSENT), null),
        Arguments.of(event().busy(Busy.ELSEWHERE), null),
        Arguments.of(event().busy(Busy.FREE), HiddenReason.FREE),
        Arguments.of(event().answer(ParticipationStatus.ACCEPTED), null),
        Arguments.of(event().answer(ParticipationStatus.TENTATIVE), null),
        Arguments.of(event().answer(ParticipationStatus.UNANSWERED), null),
        Arguments.of(event().answer(ParticipationStatus.DECLINED), HiddenReason.DECLINED),
        Arguments.of(event().cancelled(), HiddenReason.CANCELLED),
        Arguments.of(
            event().cancelled().answer(ParticipationStatus.DECLINED), HiddenReason.CANCELLED),
        Arguments.of(event().kind(EventKind.FOCUS_TIME), null),
        Arguments.of(event().kind(EventKind.OUT_OF_OFFICE), null),
        Arguments.of(event().kind(EventKind.WORKING_LOCATION), HiddenReason.WORKING_LOCATION),
        Arguments.of(event().kind(EventKind.BIRTHDAY), HiddenReason.BIRTHDAY),
        Arguments.of(event().kind(EventKind.FROM_GMAIL), HiddenReason.FROM_GMAIL),
        Arguments.of(event().uid("te_1@feed.timeledger"), HiddenReason.OWN_FEED),
        Arguments.of(event().uid("te_1@feed.timeledger.example"), null));
  }

  @ParameterizedTest
  @EnumSource(ParticipationStatus.class)
  void marksWhatIsNotPromised(ParticipationStatus answer) {
    assertThat(VisibilityRule.isTentative(event().answer(answer).build()))
        .isEqualTo(
            answer == ParticipationStatus.TENTATIVE || answer == ParticipationStatus.UNANSWERED);
    assertThat(VisibilityRule.isTentative(event().answer(answer).busy(Busy.TENTATIVE).build()))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource
  void saysWhatABlockIs(Events event, BlockKind kind) {
    assertThat(KindRule.of(event.build())).isEqualTo(kind);
  }

  static Stream<Arguments> saysWhatABlockIs() {
    return Stream.of(
        Arguments.of(event(), BlockKind.MEETING),
        Arguments.of(event().kind(EventKind.FOCUS_TIME), BlockKind.FOCUS),
        Arguments.of(event().kind(EventKind.OUT_OF_OFFICE), BlockKind.ABSENCE),
        Arguments.of(event().busy(Busy.ABSENT), BlockKind.ABSENCE),
        Arguments.of(event().onDays("2026-11-30", "2026-12-01"), BlockKind.ALL_DAY),
        Arguments.of(
            event().onDays("2026-11-30", "2026-12-01").busy(Busy.ABSENT), BlockKind.ABSENCE));
  }

  @Test
  void keepsAPrivateTitleOnlyForOwnersWhoChooseSo() {
    SourceEvent secret = event().hidden().build();

    assertThat(StoredTitle.kept(secret, false).title()).isNull();
    assertThat(StoredTitle.kept(secret, true)).isEqualTo(secret);
    assertThat(StoredTitle.kept(event().build(), false).title()).isEqualTo("Planning");
  }
}
