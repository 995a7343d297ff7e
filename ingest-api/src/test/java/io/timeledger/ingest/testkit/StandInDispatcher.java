package io.timeledger.ingest.testkit;

import io.timeledger.embedded.TestDatabase;
import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.webhook.DispatchCommand.CancelReplay;
import io.timeledger.schemas.webhook.DispatchCommand.Redeliver;
import io.timeledger.schemas.webhook.DispatchCommand.Replay;
import io.timeledger.schemas.webhook.DispatchCommand.TestWebhook;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;
import java.time.Instant;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The dispatcher as the API sees it: its tables, and an answer to every command. It calls nobody;
/// every attempt is one that an endpoint took with 200.
public final class StandInDispatcher {
  private final StandInSchema tables;
  private final StandInResponder<DispatchEnvelope, DispatchReply> responder;

  private StandInDispatcher(StandInSchema tables, String servers) {
    this.tables = tables;
    responder =
        new StandInResponder<>(
            servers,
            Topic.WEBHOOK_COMMANDS,
            TopicSerdes.WEBHOOK_COMMANDS,
            Topic.WEBHOOK_REPLIES,
            TopicSerdes.WEBHOOK_REPLIES,
            this::done);
  }

  static StandInDispatcher start(TestDatabase database, String servers) {
    StandInDispatcher dispatcher =
        new StandInDispatcher(StandInSchema.create(database, "webhooks"), servers);
    dispatcher.responder.start();
    return dispatcher;
  }

  /// All commands that it was asked, the first one first.
  public Queue<DispatchEnvelope> asked() {
    return responder.asked();
  }

  /// Answers nothing meanwhile, as if none were running.
  public void whileSilent(Runnable work) {
    responder.whileSilent(work);
  }

  private DispatchReply done(DispatchEnvelope command) {
    return switch (command.command()) {
      case TestWebhook test -> delivered(command, test.webhookId(), test.deliveryId(), "test");
      case Redeliver again -> delivered(command, again.webhookId(), again.deliveryId(), "manual");
      case Replay replay -> {
        tables.execute(
            """
            insert into webhooks.replay_job
              (id, workspace_id, endpoint_id, state, filter, rate_per_second, created_by)
            values (?, ?, ?, 'running', '{}', 10, ?)
            """,
            replay.replayId().value(),
            command.workspaceId().value(),
            replay.webhookId().value(),
            command.actor().userId().value());
        yield replied(command, null, replay.replayId());
      }
      case CancelReplay cancel -> {
        tables.execute(
            "update webhooks.replay_job set state = 'cancelled', finished_at = now() where id = ?",
            cancel.replayId().value());
        yield replied(command, null, cancel.replayId());
      }
    };
  }

  private DispatchReply delivered(
      DispatchEnvelope command, WebhookId webhook, DeliveryId id, String trigger) {
    deliver(command.workspaceId().value(), webhook.value(), id.value(), trigger);
    return replied(command, id, null);
  }

  /// A delivery that went well, at once.
  public void deliver(String workspace, String webhook, String id, String trigger) {
    tables.execute(
        """
        insert into webhooks.delivery
          (day, id, workspace_id, endpoint_id, event_id, event_type, occurred_at, variant, trigger,
           state, attempts, attempts_billed, last_outcome, last_status_code, final_reason,
           finished_at)
        values (current_date, ?, ?, ?, 'evt_' || ?, 'webhook.test', now(), 'full', ?,
           'delivered', 1, 1, 'delivered', 200, 'delivered', now())
        """,
        id,
        workspace,
        webhook,
        id,
        trigger);
    tables.execute(
        """
        insert into webhooks.attempt
          (day, delivery_id, attempt_no, scheduled_for, started_at, ended_at, outcome, billed,
           status_code, total_ms, remote_ip, request_headers, response_headers, response_body,
           response_truncated, secret_seqs, worker_id, lease_token)
        values (current_date, ?, 1, now(), now(), now(), 'delivered', true, 200, 12, '192.0.2.1',
           '{"content-type": "application/json"}', '{}', 'ok', false, '{1}', 'w', 1)
        """,
        id);
    tables.execute(
        "insert into webhooks.body values (current_date, 'evt_' || ?, 'full', '{\"id\": \"x\"}')",
        id);
  }

  private static DispatchReply replied(
      DispatchEnvelope command, @Nullable DeliveryId delivery, @Nullable ReplayId replay) {
    return new DispatchReply(
        command.id(), command.workspaceId(), Instant.now(), delivery, replay, null);
  }
}
