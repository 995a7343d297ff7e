package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Provider;
import java.util.List;

/// Derives the ids of calendars. The same account and calendar get the same id after a reconnect.
public final class CalendarIdentity {
  private CalendarIdentity() {}

  /// @param subject the provider's id of the account
  public static CalendarId of(
      WorkspaceId workspace, UserId user, Provider provider, String subject, CalendarRef ref) {
    return new CalendarId(
        "cal_"
            + TextHash.base32(
                List.of(workspace.value(), user.value(), provider.name(), subject, ref.value())));
  }
}
