package io.timeledger.ingest.command;

import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.Ulid;
import io.timeledger.schemas.id.WebhookId;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Ids of requested resources. The API creates them, so that a secret can be encrypted for them and
/// a late result can be found.
public final class NewIds {
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;

  NewIds(InstantSource clock) {
    this.clock = clock;
  }

  public WebhookId newWebhook() {
    return new WebhookId(of("wh_"));
  }

  public DeliveryId newDelivery() {
    return new DeliveryId(of("dlv_"));
  }

  public ReplayId newReplay() {
    return new ReplayId(of("rpl_"));
  }

  public ConnectionId newConnection() {
    return new ConnectionId(of("conn_"));
  }

  private String of(String prefix) {
    return prefix + Ulid.random(clock.instant(), random);
  }
}
