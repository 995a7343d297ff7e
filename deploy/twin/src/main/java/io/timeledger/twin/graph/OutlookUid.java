package io.timeledger.twin.graph;

import io.timeledger.twin.state.Occurrence;
import io.timeledger.twin.state.When;
import java.time.LocalDate;

/// The UID of an instance: where the series has one of Outlook's, the instance's date stands in
/// four bytes of it ([MS-OXOCAL], PidLidGlobalObjectId).
final class OutlookUid {
  private static final String OUTLOOK = "040000008200E00074C5B7101A82E008";

  private OutlookUid() {}

  static String of(Occurrence occurrence) {
    String uid = occurrence.meeting().uid();
    if (occurrence.originalStart().isEmpty() || !uid.startsWith(OUTLOOK)) {
      return uid;
    }
    LocalDate day = day(occurrence.originalStart().get());
    return OUTLOOK
        + "%04X%02X%02X".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth())
        + uid.substring(OUTLOOK.length() + 8);
  }

  private static LocalDate day(When start) {
    return switch (start) {
      case When.At at -> LocalDate.ofInstant(at.instant(), at.zone());
      case When.On on -> on.day();
    };
  }
}
