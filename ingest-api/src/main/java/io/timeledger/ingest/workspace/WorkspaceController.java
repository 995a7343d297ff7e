package io.timeledger.ingest.workspace;

import static io.timeledger.schemas.reply.ErrorCode.NOT_FOUND;
import static io.timeledger.schemas.reply.ErrorCode.UNAUTHORIZED;

import io.timeledger.ingest.access.Bearer;
import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.access.OperatorToken;
import io.timeledger.ingest.command.Answers;
import io.timeledger.ingest.command.CallReader;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.token.Secrets;
import io.timeledger.ingest.web.ApiException;
import io.timeledger.schemas.command.AccessCommand.CreateWorkspace;
import io.timeledger.schemas.command.Via;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.visibility.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.EnumSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Makes workspaces for the operator, who holds the configured operator token. Without one there is
/// nothing at this path.
@RestController
final class WorkspaceController {
  private final Commands commands;
  private final CallReader calls;
  private final OperatorToken operatorToken;
  private final Directory directory;
  private final InstantSource clock;

  WorkspaceController(
      Commands commands,
      CallReader calls,
      OperatorToken operatorToken,
      Directory directory,
      InstantSource clock) {
    this.commands = commands;
    this.calls = calls;
    this.operatorToken = operatorToken;
    this.directory = directory;
    this.clock = clock;
  }

  @PostMapping("/api/v1/workspaces")
  ResponseEntity<ObjectNode> create(HttpServletRequest request, @RequestBody WorkspaceBody body) {
    requireOperator(request);
    Credential credential = Credential.create(clock.instant());
    CreateWorkspace command = body.toCommand(credential);
    Caller operator =
        new Caller(
            body.workspace(),
            command.ownerId(),
            EnumSet.allOf(Permission.class),
            null,
            Via.OPERATOR);
    return commands.submit(
        calls.read(request, operator),
        command,
        body.asked(),
        reply -> answer(reply, operator.viewer(), credential));
  }

  private void requireOperator(HttpServletRequest request) {
    if (!operatorToken.isConfigured()) {
      throw ApiException.of(NOT_FOUND, "There is nothing at this path.");
    }
    if (Bearer.of(request).filter(operatorToken::matches).isEmpty()) {
      throw ApiException.of(UNAUTHORIZED, "The operator's token is needed.");
    }
  }

  private ObjectNode answer(Reply reply, Viewer viewer, Credential credential) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.set("workspace", Answers.first(reply, viewer));
    json.set("owner", Answers.resource(reply.items().get(1).resource(), viewer));
    ObjectNode token = Answers.resource(reply.items().get(2).resource(), viewer);
    Secrets.show(token, credential, directory);
    json.set("token", token);
    return json;
  }
}
