package io.timeledger.ingest.token;

import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.command.CommandIds;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.runtime.LruMap;
import io.timeledger.schemas.resource.TokenKind;
import java.time.InstantSource;
import java.util.Map;

/// Credentials of token requests that are still unanswered. If the decision is late (202), a retry
/// with the same idempotency key to the same instance can still show the credential. Keeps the
/// latest only, in memory.
final class UnshownCredentials {
  private static final int MOST = 1_000;

  private final InstantSource clock;
  private final Map<String, Credential> byCommand = new LruMap<>(MOST);

  UnshownCredentials(InstantSource clock) {
    this.clock = clock;
  }

  /// The credential of an earlier try of the same request, or a new one.
  synchronized Credential of(WriteRequest call, TokenKind kind) {
    return call.idempotencyKey() == null
        ? Credential.create(kind, clock.instant())
        : byCommand.compute(
            commandOf(call),
            (_, earlier) ->
                earlier == null || earlier.kind() != kind
                    ? Credential.create(kind, clock.instant())
                    : earlier);
  }

  /// Whether the credential was not shown before; marks it as shown.
  synchronized boolean take(WriteRequest call, Credential credential) {
    return call.idempotencyKey() == null || byCommand.remove(commandOf(call), credential);
  }

  private static String commandOf(WriteRequest call) {
    return CommandIds.of(
        call.caller().workspaceId(), call.caller().userId(), call.idempotencyKey());
  }
}
