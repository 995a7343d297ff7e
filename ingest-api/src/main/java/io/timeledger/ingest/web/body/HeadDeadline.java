package io.timeledger.ingest.web.body;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Closes connections whose request line and headers, or whose TLS handshake, take too long. The
/// server's own timeout is per read, so a byte now and then would keep them open.
final class HeadDeadline {
  private final long patience;
  private final Map<SocketWrapperBase<NioChannel>, Long> handshakes = new WeakHashMap<>();

  HeadDeadline(Duration patience) {
    this.patience = patience.toNanos();
  }

  void enforce(Collection<SocketWrapperBase<NioChannel>> connections, long now) {
    for (SocketWrapperBase<NioChannel> connection : connections) {
      // A connection that is being processed is locked; it is not waiting for a request head.
      ReentrantLock lock = connection.getLock();
      if (lock.tryLock()) {
        try {
          if (!connection.isClosed() && now - since(connection, now) > patience) {
            connection.close();
          }
        } finally {
          lock.unlock();
        }
      }
    }
  }

  /// Start of the handshake or head in progress; now, if there is none.
  private long since(SocketWrapperBase<NioChannel> connection, long now) {
    if (!connection.getSocket().isHandshakeComplete()) {
      return handshakes.computeIfAbsent(connection, _ -> now);
    }
    handshakes.remove(connection);
    if (connection.getCurrentProcessor() instanceof Http11Processor processor
        && !processor.isAsync()) {
      long start = processor.getRequest().getStartTimeNanos();
      return start < 0 ? now : start;
    }
    return now;
  }
}
