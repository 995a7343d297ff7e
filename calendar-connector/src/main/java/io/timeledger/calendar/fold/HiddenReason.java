package io.timeledger.calendar.fold;

/// Why a source is hidden. Hidden sources stay stored.
public enum HiddenReason {
  CANCELLED,
  DECLINED,
  FREE,
  WORKING_LOCATION,
  BIRTHDAY,
  FROM_GMAIL,
  /// It comes from Timeledger's own calendar feed.
  OWN_FEED
}
