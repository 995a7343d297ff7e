package io.timeledger.ingest.webhook;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.NewIds;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.webhook.DispatchCommand.CancelReplay;
import io.timeledger.schemas.webhook.DispatchCommand.Replay;
import io.timeledger.schemas.webhook.DispatchReply;
import io.timeledger.schemas.webhook.ReplayFilter;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Replays of many deliveries, as jobs of the dispatcher.
@RestController
@RequestMapping("/api/v1/time/webhooks/{id}")
final class ReplayController {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ReplayId ANY = new ReplayId("rpl");

  private final WebhookAccess known;
  private final Deliveries deliveries;
  private final DispatchClient dispatcher;
  private final NewIds ids;

  ReplayController(
      WebhookAccess known, Deliveries deliveries, DispatchClient dispatcher, NewIds ids) {
    this.known = known;
    this.deliveries = deliveries;
    this.dispatcher = dispatcher;
    this.ids = ids;
  }

  /// 202 when the dispatcher is late: the job will start, and can be polled.
  @FromReadModels
  @PostMapping("/replay")
  ResponseEntity<ObjectNode> replay(
      WriteRequest call,
      @PathVariable("id") WebhookId id,
      @RequestBody(required = false) @Nullable ReplayBody body) {
    ReplayBody asked = body == null ? ReplayBody.EMPTY : body;
    ReplayFilter filter = asked.filter();
    known.requireLive(call.caller(), id);
    ReplayId made = ids.newReplay();
    return dispatcher
        .ask(
            call,
            new Replay(id, made, filter, asked.ratePerSecond()),
            new Replay(id, ANY, filter, asked.ratePerSecond()),
            PATIENCE)
        .map(reply -> answered(HttpStatus.CREATED, call.caller(), id, reply))
        .orElseGet(() -> AcceptedResponse.at("replays", id, made.value()));
  }

  @FromReadModels
  @GetMapping("/replays/{replay_id}")
  ObjectNode find(
      Caller caller, @PathVariable("id") WebhookId id, @PathVariable("replay_id") ReplayId replay) {
    known.require(caller, id);
    return Envelope.data(found(caller, id, replay));
  }

  @FromReadModels
  @PostMapping("/replays/{replay_id}/cancel")
  ResponseEntity<ObjectNode> cancel(
      WriteRequest call,
      @PathVariable("id") WebhookId id,
      @PathVariable("replay_id") ReplayId replay) {
    known.require(call.caller(), id);
    found(call.caller(), id, replay);
    CancelReplay command = new CancelReplay(id, replay);
    return dispatcher
        .ask(call, command, command, PATIENCE)
        .map(reply -> answered(HttpStatus.OK, call.caller(), id, reply))
        .orElseGet(() -> AcceptedResponse.at("replays", id, replay.value()));
  }

  private ResponseEntity<ObjectNode> answered(
      HttpStatus status, Caller caller, WebhookId id, DispatchReply reply) {
    ReplayId replay = Objects.requireNonNull(reply.replayId(), "replayId is null");
    return ResponseEntity.status(status).body(Envelope.data(found(caller, id, replay)));
  }

  private ObjectNode found(Caller caller, WebhookId id, ReplayId replay) {
    return deliveries
        .findReplay(caller.workspaceId(), id, replay)
        .orElseThrow(ApiException::notFound);
  }
}
