package io.timeledger.calendar.provider;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A calendar as its provider describes it.
///
/// @param name null when the provider has none
/// @param zone null when the provider names no known zone
/// @param primary whether it is the account's primary calendar
public record CalendarListing(
    CalendarRef ref,
    @Nullable String name,
    @Nullable ZoneId zone,
    AccessRole role,
    boolean primary) {

  /// The member's access to the calendar.
  public enum AccessRole {
    OWNER,
    WRITER,
    READER,
    FREE_BUSY
  }

  /// Whether the member may change events in it.
  public boolean writable() {
    return role == AccessRole.OWNER || role == AccessRole.WRITER;
  }
}
