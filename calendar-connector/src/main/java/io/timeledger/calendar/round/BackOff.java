package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.schemas.resource.ConnectionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What follows from a round that failed.
public sealed interface BackOff {
  /// The longest pause of a lane that fails for a reason that may pass.
  Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /// What a provider may ask for at most.
  Duration LONGEST_HOLD = Duration.ofHours(6);

  /// So long a calendar that was read before may fail for good before its connection does: servers
  /// answer 404 or a page in HTML while they are rebuilt.
  Duration PATIENCE = Duration.ofHours(24);

  /// After so many pauses the calendar is read as often as otherwise.
  int PAUSES = 12;

  /// The cursor is dropped; a full round is due at once.
  record StartOver() implements BackOff {}

  /// The lane is left alone until then.
  record Hold(Instant until) implements BackOff {}

  /// No more rounds until the member changes something or asks for one; what was read stays.
  ///
  /// @param status of the connection from now on
  record Stop(ConnectionStatus status, FaultReason reason) implements BackOff {}

  static BackOff after(RoundFailure failure, RandomGenerator random) {
    return switch (failure.fault()) {
      case ProviderFault.CursorGone gone ->
          // Again after a fresh start it is no dead cursor.
          failure.streak() == 1 ? new StartOver() : pause(failure, null, random);
      case ProviderFault.AuthLost lost -> new Stop(ConnectionStatus.NEEDS_REAUTH, lost.reason());
      case ProviderFault.ConsentMissing missing ->
          new Stop(ConnectionStatus.NEEDS_CONSENT, missing.reason());
      case ProviderFault.Throttled throttled -> pause(failure, throttled.retryAfter(), random);
      case ProviderFault.Transient passing -> pause(failure, null, random);
      case ProviderFault.Permanent lasting ->
          isHopeless(failure)
              ? new Stop(ConnectionStatus.FAILED, lasting.reason())
              : new Hold(failure.endedAt().plus(failure.poll()));
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
      // Half of it at least: full jitter of an hour is often none.
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
