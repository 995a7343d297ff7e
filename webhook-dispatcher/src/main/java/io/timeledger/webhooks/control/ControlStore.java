package io.timeledger.webhooks.control;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.webhook.DispatchCommand.Replay;
import io.timeledger.webhooks.fanout.NewBody;
import io.timeledger.webhooks.fanout.NewDelivery;
import java.util.Optional;

/// What commands read and change, as of one transaction.
public interface ControlStore {

  /// Empty for one that is deleted, or of another workspace.
  Optional<Webhook> webhook(WorkspaceId workspace, WebhookId id);

  /// Makes a lane for the tests of a webhook, unless it is there.
  void addTestLane(String lane, Webhook webhook);

  void add(NewBody body);

  void add(NewDelivery delivery);

  Optional<PastDelivery> delivery(DeliveryId id, WebhookId webhook);

  /// @param createdBy the user who asked for it
  void add(Webhook webhook, Replay replay, int ratePerSecond, String createdBy);

  /// Where the replay of the webhook is; it stays there until the transaction ends, and so does
  /// what waits in the webhook's lane.
  Optional<ReplayState> lock(ReplayId id, WebhookId webhook);

  void end(ReplayId id, ReplayState state);

  /// Ends what the replay has not finished.
  void cancelDeliveries(ReplayId id);
}
