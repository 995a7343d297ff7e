package io.timeledger.calendar.provider;

import java.util.List;

/// Reads calendars. Implementations keep no state of a connection and never retry.
public interface CalendarProvider {

  /// Changes with the query or the parser: a cursor of another version is not continued.
  int queryVersion();

  /// The calendars that the access opens.
  List<CalendarListing> calendars(Access access) throws ProviderException;

  /// A page of a round that lists the whole window.
  ///
  /// @param owner whose calendar it is
  EventPage full(Access access, CalendarRef calendar, Window window, CalendarOwner owner)
      throws ProviderException;

  /// The next page of a round.
  EventPage more(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, PagePlace place)
      throws ProviderException;

  /// The first page of a round that begins at the end of another one of the same window. Providers
  /// that tell no changes answer with a full page if there was one.
  EventPage next(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, EventCursor cursor)
      throws ProviderException;
}
