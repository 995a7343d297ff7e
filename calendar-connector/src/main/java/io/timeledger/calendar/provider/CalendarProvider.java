package io.timeledger.calendar.provider;

import java.util.List;

/// Reads calendars of one kind of provider. Implementations are stateless and never retry.
public interface CalendarProvider {

  /// Version of the query and the parser. A cursor made by another version is discarded.
  int queryVersion();

  /// Lists the calendars that the access can read.
  List<CalendarListing> calendars(Access access) throws ProviderException;

  /// The first page of a full round, which reads the whole window.
  ///
  /// @param owner whose calendar it is
  EventPage full(Access access, CalendarRef calendar, Window window, CalendarOwner owner)
      throws ProviderException;

  /// The next page of the same round.
  EventPage more(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, PagePlace place)
      throws ProviderException;

  /// The first page of an incremental round, which starts at the cursor of an earlier round of the
  /// same window. A provider without incremental reads returns a full page if anything changed.
  EventPage next(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, EventCursor cursor)
      throws ProviderException;

  /// Whether rounds from the cursor also report the changes in a window that begins and ends later
  /// than the one that the cursor was made for. Then only the days that the window gained are
  /// listed, with [#days].
  default boolean serves(EventCursor cursor, Window window) {
    return false;
  }

  /// The first page of all events of some days of a window; [#more] has the rest. The cursor of the
  /// last page is discarded.
  default EventPage days(Access access, CalendarRef calendar, Window days, CalendarOwner owner)
      throws ProviderException {
    return full(access, calendar, days, owner);
  }
}
