package io.timeledger.streams.ledger.access;

import io.timeledger.schemas.command.AccessCommand.CreateToken;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.Refusal;
import java.time.Duration;
import java.time.Instant;

/// The rules of codes that open a session once.
final class LoginCode {
  private static final Duration LONGEST = Duration.ofHours(12);

  private LoginCode() {}

  /// Links are sent and forgotten, so their codes never last long.
  static Instant expiresAt(CreateToken command, Instant now) {
    if (command.scopes().contains(Permission.FEED)) {
      throw Refusal.invalid("scopes", "time:feed opens no session");
    }
    Instant latest = now.plus(LONGEST);
    Instant asked = command.expiresAt();
    if (asked != null && asked.isAfter(latest)) {
      throw Refusal.invalid("expires_at", "is later than " + latest + ", in 12 hours");
    }
    return asked == null ? latest : asked;
  }
}
