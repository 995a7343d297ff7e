package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.SourceEvent;
import java.util.Optional;

/// Decides which events appear as blocks.
public final class VisibilityRule {
  /// Suffix of the UIDs in Timeledger's own feed.
  public static final String OWN_FEED = "@feed.timeledger";

  private VisibilityRule() {}

  /// Why the event is hidden; empty if it is visible.
  public static Optional<HiddenReason> hides(SourceEvent event) {
    if (event.uid() != null && event.uid().endsWith(OWN_FEED)) {
      return Optional.of(HiddenReason.OWN_FEED);
    }
    if (event.cancelled()) {
      return Optional.of(HiddenReason.CANCELLED);
    }
    if (event.answer() == ParticipationStatus.DECLINED) {
      return Optional.of(HiddenReason.DECLINED);
    }
    return switch (event.kind()) {
      case WORKING_LOCATION -> Optional.of(HiddenReason.WORKING_LOCATION);
      case BIRTHDAY -> Optional.of(HiddenReason.BIRTHDAY);
      case FROM_GMAIL -> Optional.of(HiddenReason.FROM_GMAIL);
      case DEFAULT, FOCUS_TIME, OUT_OF_OFFICE ->
          event.busy() == Busy.FREE ? Optional.of(HiddenReason.FREE) : Optional.empty();
    };
  }

  /// Whether the event is tentative, or its owner answered tentatively or not at all.
  public static boolean isTentative(SourceEvent event) {
    return event.busy() == Busy.TENTATIVE
        || event.answer() == ParticipationStatus.TENTATIVE
        || event.answer() == ParticipationStatus.UNANSWERED;
  }
}
