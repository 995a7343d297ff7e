package io.timeledger.twin.state;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// An account at a vendor.
///
/// @param subject `sub` at Google, `oid` at Microsoft
/// @param tenant `tid` at Microsoft
public record Mailbox(
    Vendor vendor, String email, String subject, String tenant, List<TwinCalendar> calendars) {

  public Mailbox {
    calendars = new CopyOnWriteArrayList<>(calendars);
  }

  public TwinCalendar primary() {
    return calendars.getFirst();
  }

  public Optional<TwinCalendar> find(String calendar) {
    return calendars.stream().filter(each -> each.id().equals(calendar)).findFirst();
  }
}
