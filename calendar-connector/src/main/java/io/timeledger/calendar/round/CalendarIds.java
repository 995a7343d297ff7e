package io.timeledger.calendar.round;

import io.timeledger.calendar.fold.TextHash;
import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.resource.Connection;

/// Derives ids of calendars. The same account and calendar get the same id again after a reconnect.
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
    return new CalendarId("cal_" + TextHash.of(text).substring(0, DIGITS));
  }

  // Each ICS address counts as an account of its own.
  private static String account(Access access) {
    return switch (access) {
      case Access.IcsAddress address -> address.url().toString();
      case Access.OAuthToken token -> token.subject();
    };
  }
}
