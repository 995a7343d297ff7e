package io.timeledger.egress;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The progress of one call: its current phase and the time per phase. Written by the calling
/// thread; only the phase is read by others.
final class CallProgress {

  /// Bound during a call, so that callbacks of the client find their call.
  static final ScopedValue<CallProgress> CURRENT = ScopedValue.newInstance();

  /// Phases in which a call can be interrupted.
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

  /// Timings of a call that ends now.
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
