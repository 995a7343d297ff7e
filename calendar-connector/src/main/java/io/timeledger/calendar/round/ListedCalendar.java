package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.schemas.id.CalendarId;

/// A calendar of a connection.
public record ListedCalendar(CalendarId id, CalendarListing listing) {}
