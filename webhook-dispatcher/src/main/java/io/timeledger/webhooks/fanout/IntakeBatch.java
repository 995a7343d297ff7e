package io.timeledger.webhooks.fanout;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.webhooks.subscription.SecretChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was read from the log at once, to be applied in one transaction: events, then secrets,
/// then commands.
public record IntakeBatch(
    List<IntakeEvent> events,
    List<SecretChange> secrets,
    List<DispatchRequest> commands,
    List<Poison> poisons) {

  /// A command with what its reply needs.
  ///
  /// @param headers that its reply gets
  /// @param at when it was put on the log
  public record DispatchRequest(
      DispatchEnvelope envelope, Map<String, String> headers, Instant at) {}

  /// A record that could not be read.
  public record Poison(
      LogPosition place, @Nullable String key, @Nullable ImmutableBytes value, String error) {}
}
