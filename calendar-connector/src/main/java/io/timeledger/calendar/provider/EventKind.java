package io.timeledger.calendar.provider;

/// The event type that a provider assigns.
public enum EventKind {
  DEFAULT,
  FOCUS_TIME,
  OUT_OF_OFFICE,
  WORKING_LOCATION,
  BIRTHDAY,
  FROM_GMAIL
}
