package io.timeledger.twin.state;

/// What Google calls the type of an event; Graph knows meetings only.
public enum Purpose {
  MEETING,
  FOCUS_TIME,
  OUT_OF_OFFICE,
  WORKING_LOCATION,
  BIRTHDAY,
  FROM_GMAIL
}
