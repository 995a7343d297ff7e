package io.timeledger.calendar.fold;

/// Why a source makes no block. The source stays, so that a change of mind needs no fetch.
public enum HiddenReason {
  CANCELLED,
  DECLINED,
  FREE,
  WORKING_LOCATION,
  BIRTHDAY,
  FROM_GMAIL,
  /// It is an entry of our own feed.
  OWN_FEED
}
