package io.timeledger.calendar.round;

import io.timeledger.calendar.fold.TextHash;
import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.resource.Connection;

/// Ids of calendars: of the same account and calendar the same, also after it was connected again.
final class CalendarIds {
  private static final int DIGITS = 32;

  private CalendarIds() {}

  static CalendarId of(Connection connection, Access access, CalendarRef ref) {
    String text =
        String.join(
            "\n",
            connection.workspaceId().value(),
            connection.userId().value(),
            connection.provider().name(),
            account(access),
            ref.value());
    String hash = TextHash.ofNullable(text);
    return new CalendarId("cal_" + (hash == null ? "" : hash.substring(0, DIGITS)));
  }

  // An address is its own account.
  private static String account(Access access) {
    return switch (access) {
      case Access.IcsAddress address -> address.url().toString();
    };
  }
}
