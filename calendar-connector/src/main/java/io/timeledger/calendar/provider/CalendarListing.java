package io.timeledger.calendar.provider;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A calendar as its provider describes it.
///
/// @param name null when the provider has none
/// @param zone null when it names none that is known
/// @param primary whether it is the account's own
public record CalendarListing(
    CalendarRef ref,
    @Nullable String name,
    @Nullable ZoneId zone,
    AccessRole role,
    boolean primary) {

  /// What the member may do in it.
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
