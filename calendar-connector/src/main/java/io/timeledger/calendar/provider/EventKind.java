package io.timeledger.calendar.provider;

/// What a provider calls the type of an event.
public enum EventKind {
  DEFAULT,
  FOCUS_TIME,
  OUT_OF_OFFICE,
  WORKING_LOCATION,
  BIRTHDAY,
  FROM_GMAIL
}
