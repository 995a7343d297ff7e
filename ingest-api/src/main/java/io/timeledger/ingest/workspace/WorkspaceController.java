package io.timeledger.ingest.workspace;

import static io.timeledger.schemas.reply.ErrorCode.NOT_FOUND;
import static io.timeledger.schemas.reply.ErrorCode.UNAUTHORIZED;

import io.timeledger.ingest.access.Bearer;
import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.access.OperatorToken;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.command.WriteRequestReader;
import io.timeledger.ingest.token.TokenSecrets;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.command.AccessCommand.CreateWorkspace;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.visibility.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Creates workspaces for the operator, who authenticates by the configured operator token. Without
/// one, this path does not exist.
@RestController
final class WorkspaceController {
  private final Commands commands;
  private final WriteRequestReader calls;
  private final OperatorToken operatorToken;
  private final TokenSecrets secrets;

  WorkspaceController(
      Commands commands,
      WriteRequestReader calls,
      OperatorToken operatorToken,
      TokenSecrets secrets) {
    this.commands = commands;
    this.calls = calls;
    this.operatorToken = operatorToken;
    this.secrets = secrets;
  }

  @PostMapping("/api/v1/workspaces")
  ResponseEntity<ObjectNode> create(HttpServletRequest request, @RequestBody WorkspaceBody body) {
    requireOperator(request);
    CreateWorkspace asked = body.asked();
    Caller operator =
        new Caller(
            body.workspace(),
            asked.ownerId(),
            EnumSet.allOf(Permission.class),
            null,
            CommandOrigin.OPERATOR);
    WriteRequest call = calls.read(request, operator);
    Credential credential = secrets.of(call);
    return commands.submit(
        call, body.toCommand(credential), asked, reply -> answer(reply, call, credential));
  }

  private void requireOperator(HttpServletRequest request) {
    if (!operatorToken.isConfigured()) {
      throw ApiException.of(NOT_FOUND, "There is nothing at this path.");
    }
    if (Bearer.of(request).filter(operatorToken::matches).isEmpty()) {
      throw ApiException.of(UNAUTHORIZED, "The operator's token is needed.");
    }
  }

  private ObjectNode answer(Reply reply, WriteRequest call, Credential credential) {
    Viewer viewer = call.caller().viewer();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.set("workspace", ReplyResources.first(reply, viewer));
    json.set("owner", ReplyResources.resource(reply.items().get(1).resource(), viewer));
    ObjectNode token = ReplyResources.resource(reply.items().get(2).resource(), viewer);
    secrets.show(token, call, credential);
    json.set("token", token);
    return json;
  }
}
