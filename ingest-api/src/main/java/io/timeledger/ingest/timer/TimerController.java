package io.timeledger.ingest.timer;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Sha256;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.ingest.command.TakesPreconditions;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.entry.Entries;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.command.TimerCommand.DiscardTimer;
import io.timeledger.schemas.command.TimerCommand.StartTimer;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.visibility.Redactor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/time/timer")
final class TimerController {
  private final Commands commands;
  private final Entries entries;

  TimerController(Commands commands, Entries entries) {
    this.commands = commands;
    this.entries = entries;
  }

  /// Cheap to poll: an unchanged timer answers 304 to its `ETag`.
  @FromReadModels
  @GetMapping("/active")
  @Nullable ResponseEntity<ObjectNode> active(
      Caller caller, @QueryParams TimerOwner owner, ServletWebRequest request) {
    ReadRights.require(caller, Permission.READ);
    UserId user = Optional.ofNullable(owner.userId()).orElse(caller.userId());
    if (!caller.seesTimeOf(user)) {
      throw ApiException.notFound();
    }
    Optional<ObjectNode> running = entries.running(caller.workspaceId(), user);
    running.ifPresent(entry -> Redactor.redact(ResourceType.TIME_ENTRY, entry, caller.viewer()));
    JsonNode data = running.<JsonNode>map(entry -> entry).orElse(NullNode.getInstance());
    String etag =
        "\"%s\"".formatted(Sha256.hex(Json.MAPPER.writeValueAsBytes(data)).substring(0, 16));
    CacheControl revalidate = CacheControl.noCache().cachePrivate();
    return request.checkNotModified(etag)
        ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(etag).cacheControl(revalidate).build()
        : ResponseEntity.ok().eTag(etag).cacheControl(revalidate).body(Envelope.data(data));
  }

  /// Returns the running entry, and a stopped one in `stopped`.
  @PostMapping("/start")
  ResponseEntity<ObjectNode> start(
      WriteRequest call, @RequestBody(required = false) @Nullable TimerBody body) {
    call.requireWrite();
    return commands.submit(
        call,
        new StartTimer((body == null ? TimerBody.EMPTY : body).toDraft()),
        reply -> ReplyResources.firstAndOthers(reply, "stopped", call.caller().viewer()));
  }

  /// Returns the stopped entry; after a split at midnight, the further days are in `pieces`.
  @TakesPreconditions
  @PostMapping("/stop")
  ResponseEntity<ObjectNode> stop(
      WriteRequest call, @RequestBody(required = false) @Nullable StopBody body) {
    call.requireWrite();
    return commands.submit(
        call,
        (body == null ? StopBody.EMPTY : body).toCommand(),
        reply ->
            reply.items().size() == 1
                ? ReplyResources.first(reply, call.caller().viewer())
                : ReplyResources.firstAndOthers(reply, "pieces", call.caller().viewer()));
  }

  @TakesPreconditions
  @DeleteMapping
  ResponseEntity<ObjectNode> discard(WriteRequest call, @QueryParams TimerOwner owner) {
    call.requireWrite();
    return commands.submit(call, new DiscardTimer(owner.userId()));
  }
}
