package io.timeledger.ingest.webhook;

import static io.timeledger.schemas.reply.ErrorCode.DISPATCHER_UNAVAILABLE;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.NewIds;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.webhook.DispatchCommand.Redeliver;
import io.timeledger.schemas.webhook.DispatchCommand.TestWebhook;
import io.timeledger.schemas.webhook.DispatchReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// The delivery log, test deliveries and redeliveries. The log stays readable after the webhook is
/// deleted.
@RestController
@RequestMapping("/api/v1/time/webhooks/{id}")
final class DeliveryController {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration TEST_PATIENCE = Duration.ofSeconds(15);
  private static final DeliveryId ANY = new DeliveryId("dlv");

  private final WebhookAccess known;
  private final Deliveries deliveries;
  private final DispatchClient dispatcher;
  private final NewIds ids;
  private final InstantSource clock;

  DeliveryController(
      WebhookAccess known,
      Deliveries deliveries,
      DispatchClient dispatcher,
      NewIds ids,
      InstantSource clock) {
    this.known = known;
    this.deliveries = deliveries;
    this.dispatcher = dispatcher;
    this.ids = ids;
    this.clock = clock;
  }

  @FromReadModels
  @GetMapping("/deliveries")
  ObjectNode list(
      Caller caller,
      @PathVariable("id") WebhookId id,
      @QueryParams DeliveryFilter filter,
      @QueryParams Paging paging) {
    known.require(caller, id);
    return deliveries.list(caller.workspaceId(), id, filter, paging).answer();
  }

  @FromReadModels
  @GetMapping("/deliveries/{delivery_id}")
  ObjectNode find(
      Caller caller,
      @PathVariable("id") WebhookId id,
      @PathVariable("delivery_id") DeliveryId delivery) {
    known.require(caller, id);
    return Envelope.data(found(caller, id, delivery));
  }

  /// Makes one attempt and returns it; 503 when the dispatcher makes none in time.
  @FromReadModels
  @PostMapping("/test")
  ResponseEntity<ObjectNode> test(WriteRequest call, @PathVariable("id") WebhookId id) {
    known.requireLive(call.caller(), id);
    Instant notAfter = clock.instant().plus(TEST_PATIENCE);
    DispatchReply reply =
        dispatcher
            .ask(
                call,
                new TestWebhook(id, ids.newDelivery(), notAfter),
                new TestWebhook(id, ANY, Instant.EPOCH),
                TEST_PATIENCE)
            .orElseThrow(
                () -> ApiException.of(DISPATCHER_UNAVAILABLE, DISPATCHER_UNAVAILABLE.meaning()));
    return made(call.caller(), id, reply);
  }

  /// 202 when the dispatcher is late: the redelivery will happen, and can be polled.
  @FromReadModels
  @PostMapping("/deliveries/{delivery_id}/redeliver")
  ResponseEntity<ObjectNode> redeliver(
      WriteRequest call,
      @PathVariable("id") WebhookId id,
      @PathVariable("delivery_id") DeliveryId delivery) {
    known.requireLive(call.caller(), id);
    found(call.caller(), id, delivery);
    DeliveryId made = ids.newDelivery();
    return dispatcher
        .ask(call, new Redeliver(id, delivery, made), new Redeliver(id, delivery, ANY), PATIENCE)
        .map(reply -> made(call.caller(), id, reply))
        .orElseGet(() -> AcceptedResponse.at("deliveries", id, made.value()));
  }

  private ResponseEntity<ObjectNode> made(Caller caller, WebhookId id, DispatchReply reply) {
    DeliveryId made = Objects.requireNonNull(reply.deliveryId(), "deliveryId is null");
    return ResponseEntity.status(HttpStatus.CREATED).body(Envelope.data(found(caller, id, made)));
  }

  private ObjectNode found(Caller caller, WebhookId id, DeliveryId delivery) {
    ObjectNode found =
        deliveries.find(caller.workspaceId(), id, delivery).orElseThrow(ApiException::notFound);
    if (!caller.may(Permission.RATES)) {
      // The body may contain rates, which not every reader of the webhook may see.
      found.remove("body");
    }
    return found;
  }
}
