package io.timeledger.ingest.webhook;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.NewIds;
import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.ingest.command.TakesPreconditions;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.ResourceResponse;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.command.WebhookCommand.CreateWebhook;
import io.timeledger.schemas.command.WebhookCommand.DeleteWebhook;
import io.timeledger.schemas.command.WebhookCommand.PromoteWebhookSecret;
import io.timeledger.schemas.command.WebhookCommand.RotateWebhookSecret;
import io.timeledger.schemas.command.WebhookCommand.UpdateWebhook;
import io.timeledger.schemas.command.WebhookPatch;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// A signing secret is shown once, in the response that created it; the log gets it encrypted.
@RestController
@RequestMapping("/api/v1/time/webhooks")
final class WebhookController {
  /// Placeholder for the new id in the hashed request, because each retry generates another.
  private static final WebhookId ANY = new WebhookId("wh");

  private final Commands commands;
  private final Webhooks webhooks;
  private final WebhookForm form;
  private final SigningSecrets secrets;
  private final NewIds ids;

  WebhookController(
      Commands commands, Webhooks webhooks, WebhookForm form, SigningSecrets secrets, NewIds ids) {
    this.commands = commands;
    this.webhooks = webhooks;
    this.form = form;
    this.secrets = secrets;
    this.ids = ids;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(
      Caller caller, @QueryParams WebhookListFilter filter, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.WEBHOOKS);
    return webhooks
        .list(caller.workspaceId(), filter, paging)
        .answer(ResourceType.WEBHOOK, caller.viewer());
  }

  @FromReadModels
  @GetMapping("/{id}")
  ResponseEntity<ObjectNode> find(Caller caller, @PathVariable("id") WebhookId id) {
    ReadRights.require(caller, Permission.WEBHOOKS);
    ObjectNode webhook =
        webhooks.find(caller.workspaceId(), id).orElseThrow(ApiException::notFound);
    return ResourceResponse.of(ResourceType.WEBHOOK, webhook, caller.viewer());
  }

  @PostMapping
  ResponseEntity<ObjectNode> create(WriteRequest call, @RequestBody WebhookBody body) {
    WebhookId id = ids.newWebhook();
    WebhookPatch fields = form.created(call, id, body);
    NewSecret secret = secrets.create(call, id, body.secret().value());
    return commands.submit(
        call,
        new CreateWebhook(id, fields, secret.sealed()),
        new CreateWebhook(ANY, WebhookFingerprint.of(fields), WebhookFingerprint.SECRET),
        secret.shownIn(call));
  }

  @TakesPreconditions
  @PatchMapping("/{id}")
  ResponseEntity<ObjectNode> update(
      WriteRequest call, @PathVariable("id") WebhookId id, @RequestBody WebhookBody body) {
    WebhookPatch patch = form.changed(call, id, body);
    return commands.submit(
        call,
        new UpdateWebhook(id, patch, call.ifVersion()),
        new UpdateWebhook(id, WebhookFingerprint.of(patch), call.ifVersion()),
        reply -> ReplyResources.first(reply, call.caller().viewer()));
  }

  @TakesPreconditions
  @DeleteMapping("/{id}")
  ResponseEntity<ObjectNode> delete(WriteRequest call, @PathVariable("id") WebhookId id) {
    return commands.submit(call, new DeleteWebhook(id, call.ifVersion()));
  }

  @TakesPreconditions
  @PostMapping("/{id}/secret/rotate")
  ResponseEntity<ObjectNode> rotate(
      WriteRequest call,
      @PathVariable("id") WebhookId id,
      @RequestBody(required = false) @Nullable RotationBody body) {
    RotationBody asked = body == null ? RotationBody.EMPTY : body;
    Duration grace = asked.grace();
    NewSecret secret = secrets.create(call, id, asked.secret());
    return commands.submit(
        call,
        new RotateWebhookSecret(id, secret.sealed(), grace, call.ifVersion()),
        new RotateWebhookSecret(id, WebhookFingerprint.SECRET, grace, call.ifVersion()),
        secret.shownIn(call));
  }

  @TakesPreconditions
  @PostMapping("/{id}/secret/promote")
  ResponseEntity<ObjectNode> promote(WriteRequest call, @PathVariable("id") WebhookId id) {
    return commands.submit(call, new PromoteWebhookSecret(id, call.ifVersion()));
  }
}
