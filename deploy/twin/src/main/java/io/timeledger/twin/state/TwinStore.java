package io.timeledger.twin.state;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// All mailboxes. One that is asked for the first time comes into being with an empty calendar.
public final class TwinStore {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final Map<MailboxKey, Mailbox> mailboxes = new ConcurrentHashMap<>();
  private final List<Consumer<MeetingChanged>> watchers = new CopyOnWriteArrayList<>();
  private final InstantSource clock;

  public TwinStore(InstantSource clock) {
    this.clock = clock;
  }

  public Mailbox mailbox(MailboxKey key) {
    return mailboxes.computeIfAbsent(key, this::open);
  }

  public List<Mailbox> mailboxes() {
    return List.copyOf(mailboxes.values());
  }

  /// The watcher is called on the thread of the change.
  public void watch(Consumer<MeetingChanged> watcher) {
    watchers.add(watcher);
  }

  public void tell(MeetingChanged change) {
    watchers.forEach(watcher -> watcher.accept(change));
  }

  private Mailbox open(MailboxKey key) {
    String id =
        switch (key.vendor()) {
          case GOOGLE -> key.email();
          case MICROSOFT -> TwinIds.calendar(key, 0);
        };
    String name =
        switch (key.vendor()) {
          case GOOGLE -> key.email();
          case MICROSOFT -> "Calendar";
        };
    TwinCalendar primary =
        new TwinCalendar(id, name, ZONE, true, TwinCalendar.AccessRole.OWNER, clock.instant());
    return new Mailbox(
        key.vendor(), key.email(), TwinIds.subject(key), TwinIds.tenant(key), List.of(primary));
  }
}
