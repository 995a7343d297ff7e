package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.schemas.resource.ConnectionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How the connector reacts to work on a lane that failed.
public sealed interface BackOff {
  /// The longest backoff after a transient failure.
  Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /// Upper bound of a pause that a provider asks for.
  Duration LONGEST_HOLD = Duration.ofHours(6);

  /// How long permanent failures are retried after the last success before the connection fails:
  /// servers answer 404 or an HTML page during maintenance.
  Duration PATIENCE = Duration.ofHours(24);

  /// After this many failures in a row, retries follow the poll interval.
  int PAUSES = 12;

  /// Discard the cursor; a full round is due at once.
  record StartOver() implements BackOff {}

  /// No work on the lane before `until`.
  record Hold(Instant until) implements BackOff {}

  /// The calendar waits until `until`; the others of the lane go on.
  record Skip(Instant until) implements BackOff {}

  /// No more rounds until the member changes the connection or requests a round. Sources and blocks
  /// stay.
  ///
  /// @param status new status of the connection
  record Stop(ConnectionStatus status, FaultReason reason) implements BackOff {}

  static BackOff after(RoundFailure failure, RandomGenerator random) {
    return switch (failure.fault()) {
      case ProviderFault.CursorGone _ ->
          // A full round has no cursor to forget: its failure has another cause.
          failure.atCursor() ? new StartOver() : pause(failure, null, random);
      case ProviderFault.AuthLost lost -> new Stop(ConnectionStatus.NEEDS_REAUTH, lost.reason());
      case ProviderFault.ConsentMissing missing ->
          new Stop(ConnectionStatus.NEEDS_CONSENT, missing.reason());
      case ProviderFault.Rejected rejected -> new Stop(ConnectionStatus.FAILED, rejected.reason());
      case ProviderFault.Throttled throttled -> pause(failure, throttled.retryAfter(), random);
      case ProviderFault.Transient passing -> pause(failure, null, random);
      case ProviderFault.Permanent lasting when failure.alone() && isHopeless(failure) ->
          new Stop(ConnectionStatus.FAILED, lasting.reason());
      case ProviderFault.Permanent _ -> new Skip(failure.endedAt().plus(failure.poll()));
    };
  }

  private static boolean isHopeless(RoundFailure failure) {
    Instant success = failure.lastSuccessAt();
    return success == null || Duration.between(success, failure.endedAt()).compareTo(PATIENCE) >= 0;
  }

  private static Hold pause(
      RoundFailure failure, @Nullable Duration wanted, RandomGenerator random) {
    Duration most = failure.streak() > PAUSES ? failure.poll() : ceiling(failure.streak());
    Duration pause = Duration.ofMillis(Math.round(most.toMillis() * random.nextDouble()));
    if (failure.streak() > PAUSES) {
      // At least half: full jitter over a long poll interval would often be almost zero.
      pause = most.dividedBy(2).plus(pause.dividedBy(2));
    }
    return new Hold(failure.endedAt().plus(longer(pause, wanted)));
  }

  private static Duration longer(Duration pause, @Nullable Duration wanted) {
    if (wanted == null || wanted.compareTo(pause) <= 0) {
      return pause;
    }
    return wanted.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : wanted;
  }

  private static Duration ceiling(int streak) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(streak + 1, 20));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
