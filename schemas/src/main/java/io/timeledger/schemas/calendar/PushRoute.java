package io.timeledger.schemas.calendar;

import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Provider;
import java.util.Locale;

/// Where a provider reports that a calendar has changed.
public record PushRoute(Provider provider, WorkspaceId workspaceId, CalendarId calendarId) {
  /// Of the paths of all routes.
  public static final String PREFIX = "/api/v1/time/calendar/push/";

  /// Below the public URL. Ids need no escaping.
  public String path() {
    return PREFIX
        + provider.name().toLowerCase(Locale.ROOT)
        + "/"
        + workspaceId.value()
        + "/"
        + calendarId.value();
  }
}
