package io.timeledger.ingest.command;

import static io.timeledger.schemas.reply.ErrorCode.LOG_UNAVAILABLE;
import static io.timeledger.schemas.reply.ErrorCode.PAYLOAD_TOO_LARGE;

import io.timeledger.ingest.read.ReadYourWrites;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Resource;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Converts calls to commands and replies to responses: the resource as the ledger has it, its
/// version as `ETag`, the workspace's sequence as `X-Consistency-Token`; 202 when the reply is
/// late.
public final class Commands {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private final CommandLog log;
  private final ReadYourWrites readYourWrites;
  private final PendingCommands pending;

  Commands(CommandLog log, ReadYourWrites readYourWrites, PendingCommands pending) {
    this.log = log;
    this.readYourWrites = readYourWrites;
    this.pending = pending;
  }

  public ResponseEntity<ObjectNode> submit(WriteRequest call, Command command) {
    return submit(call, command, reply -> ReplyResources.first(reply, call.caller().viewer()));
  }

  public ResponseEntity<ObjectNode> submit(WriteRequest call, Command command, ReplyMapper answer) {
    return submit(call, command, command, answer);
  }

  /// @param asked what the client asked for, without the API's random values and what the API
  ///     looked up: the same on every retry
  public ResponseEntity<ObjectNode> submit(
      WriteRequest call, Command command, Object asked, ReplyMapper answer) {
    return submit(call.caller().workspaceId(), call.caller().actor(), call, command, asked, answer);
  }

  /// @param answer builds the response to an accepted command, with its own status and headers
  public ResponseEntity<ObjectNode> run(
      WriteRequest call, Command command, Function<Reply, ResponseEntity<ObjectNode>> answer) {
    return run(call, command, command, answer);
  }

  /// @param asked as for [#submit(WriteRequest, Command, Object, ReplyMapper)]
  /// @param answer builds the response to an accepted command, with its own status and headers
  public ResponseEntity<ObjectNode> run(
      WriteRequest call,
      Command command,
      Object asked,
      Function<Reply, ResponseEntity<ObjectNode>> answer) {
    return run(call.caller().workspaceId(), call.caller().actor(), call, command, asked, answer);
  }

  private ResponseEntity<ObjectNode> submit(
      WorkspaceId workspace,
      Actor actor,
      WriteRequest call,
      Command command,
      Object asked,
      ReplyMapper answer) {
    return run(workspace, actor, call, command, asked, reply -> resource(reply, answer));
  }

  private ResponseEntity<ObjectNode> run(
      WorkspaceId workspace,
      Actor actor,
      WriteRequest call,
      Command command,
      Object asked,
      Function<Reply, ResponseEntity<ObjectNode>> answer) {
    CommandEnvelope envelope =
        new CommandEnvelope(
            CommandIds.of(workspace, actor.userId(), call.idempotencyKey()),
            workspace,
            actor,
            BodyHash.of(call, asked),
            call.request(),
            command,
            call.precondition());
    return switch (log.decide(envelope, PATIENCE)) {
      case CommandResult.Decided<Reply>(Reply reply) -> answered(reply, answer);
      case CommandResult.Pending<Reply>() -> {
        pending.remember(workspace, actor.userId(), envelope.id());
        yield accepted(envelope.id());
      }
      case CommandResult.Unavailable<Reply>() ->
          throw ApiException.of(LOG_UNAVAILABLE, LOG_UNAVAILABLE.meaning());
      case CommandResult.TooLarge<Reply>() ->
          throw ApiException.of(PAYLOAD_TOO_LARGE, PAYLOAD_TOO_LARGE.meaning());
    };
  }

  private ResponseEntity<ObjectNode> answered(
      Reply reply, Function<Reply, ResponseEntity<ObjectNode>> answer) {
    Problem problem = reply.problem();
    if (problem != null) {
      throw new ApiException(problem);
    }
    readYourWrites.remember(reply.workspaceId(), reply.userId(), reply.sequence());
    return answer.apply(reply);
  }

  private static ResponseEntity<ObjectNode> resource(Reply reply, ReplyMapper answer) {
    Problem problem = reply.items().getFirst().problem();
    if (problem != null) {
      throw new ApiException(problem);
    }
    JsonNode data = answer.of(reply);
    ReplyItem first = reply.items().getFirst();
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(
                first.status() == ReplyItem.Status.CREATED ? HttpStatus.CREATED : HttpStatus.OK)
            .header("X-Consistency-Token", Long.toString(reply.sequence()));
    Resource resource = first.resource();
    if (resource != null && resource.version() > 0) {
      response.eTag(Integer.toString(resource.version()));
    }
    return response.body(Envelope.data(data));
  }

  private static ResponseEntity<ObjectNode> accepted(String commandId) {
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/commands/" + commandId)
        .body(Envelope.data(PendingCommands.pending(commandId)));
  }
}
