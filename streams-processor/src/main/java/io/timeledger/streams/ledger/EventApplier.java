package io.timeledger.streams.ledger;

import io.timeledger.schemas.event.Event;
import io.timeledger.streams.ledger.PrivateChange.DropConnectionSecret;
import io.timeledger.streams.ledger.PrivateChange.DropProfile;
import io.timeledger.streams.ledger.PrivateChange.DropSecret;
import io.timeledger.streams.ledger.PrivateChange.DropWebhookSecrets;
import io.timeledger.streams.ledger.PrivateChange.KeepConnectionSecret;
import io.timeledger.streams.ledger.PrivateChange.KeepProfile;
import io.timeledger.streams.ledger.PrivateChange.KeepSecret;
import io.timeledger.streams.ledger.PrivateChange.KeepWebhookSecrets;
import io.timeledger.streams.ledger.state.Head;
import io.timeledger.streams.ledger.state.LedgerState;

/// The only mutator of the ledger's state; the same code live and in a rebuild from the log.
public final class EventApplier {
  private EventApplier() {}

  /// @throws IllegalStateException when the event is not the next of its workspace
  public static void apply(Event event, LedgerState state) {
    long expected = state.head().sequence() + 1;
    if (event.sequence() != expected) {
      throw new IllegalStateException(
          "sequence: %d (expected: %d) in %s"
              .formatted(event.sequence(), expected, event.workspaceId()));
    }
    state.put(event.data(), event.before());
    state.advance(new Head(event.sequence(), event.hash()));
  }

  public static void apply(PrivateChange change, LedgerState state) {
    switch (change) {
      case KeepProfile(var profile) -> state.put(profile);
      case DropProfile(var userId) -> state.forgetProfile(userId);
      case KeepWebhookSecrets(var secrets) -> state.put(secrets);
      case DropWebhookSecrets(var id) -> state.forgetSecrets(id);
      case KeepSecret _, DropSecret _, KeepConnectionSecret _, DropConnectionSecret _ -> {
        // The ledger keeps only the public data of tokens and connections.
      }
    }
  }
}
