package io.timeledger.calendar.provider;

import java.util.Collection;
import java.util.List;

/// E-mail addresses of a meeting's attendees and its organizer, without the calendar's owner. Never
/// stored: only their hashes are.
///
/// @param texts distinct, sorted, in lower case, at most [#MOST]
public record AttendeeAddresses(List<String> texts) {
  public static final int MOST = 50;
  public static final AttendeeAddresses NONE = new AttendeeAddresses(List.of());

  public AttendeeAddresses {
    texts = texts.stream().distinct().sorted().limit(MOST).toList();
  }

  public static AttendeeAddresses of(Collection<MailAddress> addresses) {
    return new AttendeeAddresses(addresses.stream().map(MailAddress::text).toList());
  }

  /// Does not contain the addresses.
  @Override
  public String toString() {
    return "AttendeeAddresses[" + texts.size() + "]";
  }
}
