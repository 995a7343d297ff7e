package io.timeledger.ingest.webhook;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.Ulid;
import io.timeledger.schemas.id.WebhookId;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// Ids of requested resources. The API creates them, so that a secret can be encrypted for them and
/// a late result can be found.
@Component
final class NewIds {
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;

  NewIds(InstantSource clock) {
    this.clock = clock;
  }

  WebhookId newWebhook() {
    return new WebhookId(of("wh_"));
  }

  DeliveryId newDelivery() {
    return new DeliveryId(of("dlv_"));
  }

  ReplayId newReplay() {
    return new ReplayId(of("rpl_"));
  }

  private String of(String prefix) {
    return prefix + Ulid.random(clock.instant(), random);
  }
}
