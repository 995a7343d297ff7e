package io.timeledger.calendar.provider;

/// The provider's id of a calendar; compared byte by byte.
public record CalendarRef(String value) {}
