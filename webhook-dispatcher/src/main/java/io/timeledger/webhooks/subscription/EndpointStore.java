package io.timeledger.webhooks.subscription;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.WebhookSecrets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Endpoints, their secrets and what waits for them, as of one transaction.
public interface EndpointStore {

  /// An endpoint that is switched off or deleted, with a lane of it.
  record SwitchedOff(String laneId, WebhookId webhookId, boolean deleted) {}

  /// Locks the lanes of the endpoints until the transaction ends. Required before any change of
  /// their deliveries.
  void lock(Collection<WebhookId> ids);

  /// Empty for one that is not known yet.
  Optional<Boolean> isEnabled(WebhookId id);

  /// Stores the endpoint unless a newer version is stored, and updates its lane.
  void put(Webhook webhook);

  Optional<WebhookSecrets> secrets(WebhookId id);

  void putSecrets(SecretChange change, WebhookSecrets secrets);

  void deleteSecrets(WebhookId id);

  /// Makes all instances reload the endpoint.
  ///
  /// @return the endpoint; empty when it is deleted or not known yet
  Optional<Webhook> revise(WebhookId id);

  /// Holds all lanes of the endpoint for want of its secrets.
  void holdForSecrets(WebhookId id);

  /// Lets go of what was held for want of secrets.
  void releaseForSecrets(WebhookId id);

  /// Forgets how the endpoint did.
  void startAnew(WebhookId id);

  /// @return whether it was enabled
  boolean disable(WebhookId id, DisabledReason reason);

  /// Those of the lanes whose endpoints are switched off or deleted.
  List<SwitchedOff> switchedOff(Collection<String> lanes);

  /// Holds pending deliveries of events in the lane; requested deliveries are not held.
  void holdDeliveries(String laneId);

  /// Ends all that the endpoint has not finished.
  void cancelDeliveries(WebhookId id);

  /// Asks the ledger.
  void send(CommandEnvelope command);
}
