package io.timeledger.embedded;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Clients of a platform, which must be closed before it.
final class PlatformClients {
  private static final Logger log = LoggerFactory.getLogger(PlatformClients.class);

  private final ConcurrentLinkedDeque<AutoCloseable> guests = new ConcurrentLinkedDeque<>();

  void add(AutoCloseable guest) {
    guests.addFirst(guest);
  }

  void close() {
    for (AutoCloseable guest : guests) {
      try {
        guest.close();
      } catch (Exception e) {
        log.warn("event=client_close_failed guest={}", guest, e);
      }
    }
  }
}
