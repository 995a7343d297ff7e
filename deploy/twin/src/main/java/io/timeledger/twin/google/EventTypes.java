package io.timeledger.twin.google;

import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.Occurrence;
import io.timeledger.twin.state.Purpose;
import java.util.List;

/// The types of events, to which a list can be limited.
record EventTypes(List<String> wanted) {

  static String of(Purpose purpose) {
    return switch (purpose) {
      case MEETING -> "default";
      case FOCUS_TIME -> "focusTime";
      case OUT_OF_OFFICE -> "outOfOffice";
      case WORKING_LOCATION -> "workingLocation";
      case BIRTHDAY -> "birthday";
      case FROM_GMAIL -> "fromGmail";
    };
  }

  /// What is gone has no type any more: it always comes.
  boolean include(ListedEvent event) {
    return wanted.isEmpty()
        || switch (event) {
          case ListedEvent.Instance(Occurrence instance) -> include(instance.details().purpose());
          case ListedEvent.Master(Meeting series) -> include(series.details().purpose());
          case ListedEvent.Gone _ -> true;
        };
  }

  private boolean include(Purpose purpose) {
    return wanted.contains(of(purpose));
  }
}
