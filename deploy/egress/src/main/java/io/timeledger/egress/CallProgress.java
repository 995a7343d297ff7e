package io.timeledger.egress;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of one call while it goes on: which phase it is in and how long each phase took.
/// Written by the thread that makes the call, read by it, and its phase by nobody else.
final class CallProgress {

  /// Bound for the time of a call, so that what the client asks in between knows whose it is.
  static final ScopedValue<CallProgress> CURRENT = ScopedValue.newInstance();

  /// Where a call can be cut.
  enum Phase {
    START,
    DNS,
    CONNECT,
    TLS,
    HEAD,
    BODY
  }

  final URI url;
  private final Duration deadline;
  private final long startedAt = System.nanoTime();
  private final Map<Phase, Integer> took = new EnumMap<>(Phase.class);
  private Phase phase = Phase.START;
  private long phaseStartedAt = startedAt;
  @Nullable String remoteIp;

  CallProgress(URI url, Duration deadline) {
    this.url = url;
    this.deadline = deadline;
  }

  void enter(Phase next) {
    long now = System.nanoTime();
    took.put(phase, (int) Duration.ofNanos(now - phaseStartedAt).toMillis());
    phase = next;
    phaseStartedAt = now;
  }

  Phase phase() {
    return phase;
  }

  Duration left() {
    Duration left = deadline.minusNanos(System.nanoTime() - startedAt);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Of a call that ends now.
  HttpExchange.Timings timings() {
    Duration total = Duration.ofNanos(System.nanoTime() - startedAt);
    boolean answered = phase == Phase.BODY;
    return new HttpExchange.Timings(
        took.get(Phase.DNS),
        took.get(Phase.CONNECT),
        took.get(Phase.TLS),
        answered ? (int) Duration.ofNanos(phaseStartedAt - startedAt).toMillis() : null,
        total);
  }
}
