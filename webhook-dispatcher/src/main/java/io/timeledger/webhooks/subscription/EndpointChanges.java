package io.timeledger.webhooks.subscription;

import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.WebhookSecrets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Applies changes of endpoints and secrets from the log.
public final class EndpointChanges {
  private final EndpointStore store;

  public EndpointChanges(EndpointStore store) {
    this.store = store;
  }

  public void change(Collection<Webhook> webhooks) {
    if (!webhooks.isEmpty()) {
      store.lock(webhooks.stream().map(Webhook::id).toList());
      webhooks.forEach(this::change);
    }
  }

  public void changeSecrets(Collection<SecretChange> changes) {
    if (!changes.isEmpty()) {
      store.lock(changes.stream().map(SecretChange::webhookId).toList());
      changes.forEach(this::changeSecrets);
    }
  }

  /// Nothing is sent that could not be signed.
  public void holdForSecrets(Webhook webhook) {
    holdForSecrets(webhook, store.secrets(webhook.id()).orElse(null));
  }

  private void change(Webhook webhook) {
    WebhookId id = webhook.id();
    boolean wasEnabled = store.isEnabled(id).orElse(true);
    store.put(webhook);
    holdForSecrets(webhook);
    if (webhook.deletedAt() != null) {
      store.cancelDeliveries(id);
    } else if (!webhook.enabled()) {
      store.holdDeliveries(id.value());
    } else if (!wasEnabled) {
      store.startAnew(id);
    }
  }

  private void changeSecrets(SecretChange change) {
    WebhookSecrets secrets = change.secrets();
    if (secrets == null) {
      store.deleteSecrets(change.webhookId());
    } else {
      store.putSecrets(change, secrets);
    }
    store.revise(change.webhookId()).ifPresent(webhook -> holdForSecrets(webhook, secrets));
  }

  private void holdForSecrets(Webhook webhook, @Nullable WebhookSecrets secrets) {
    if (SecretAvailability.areComplete(webhook, secrets)) {
      store.releaseForSecrets(webhook.id());
    } else {
      store.holdForSecrets(webhook.id());
    }
  }
}
