package io.timeledger.ingest.token;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.ingest.command.TakesPreconditions;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.command.AccessCommand.CreateToken;
import io.timeledger.schemas.command.AccessCommand.RevokeToken;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.resource.TokenKind;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// A token works once it is returned, and no more once its revocation is answered.
@RestController
@RequestMapping("/api/v1/tokens")
final class TokenController {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private final Commands commands;
  private final Tokens tokens;
  private final Directory directory;
  private final TokenSecrets secrets;
  private final LoginLinks links;

  TokenController(
      Commands commands,
      Tokens tokens,
      Directory directory,
      TokenSecrets secrets,
      LoginLinks links) {
    this.commands = commands;
    this.tokens = tokens;
    this.directory = directory;
    this.secrets = secrets;
    this.links = links;
  }

  /// The caller's own tokens; all with `time:admin`.
  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams TokenFilter filter, @QueryParams Paging paging) {
    return tokens
        .list(
            caller.workspaceId(),
            caller.may(Permission.ADMIN) ? null : caller.userId(),
            filter,
            paging)
        .answer(ResourceType.TOKEN, caller.viewer());
  }

  @PostMapping
  ResponseEntity<ObjectNode> create(
      WriteRequest call, HttpServletRequest request, @RequestBody TokenBody body) {
    CreateToken asked = body.asked();
    Credential credential = secrets.of(call, body.kindOrAccess());
    return commands.submit(
        call,
        body.toCommand(credential),
        asked,
        reply -> {
          ObjectNode token = ReplyResources.first(reply, call.caller().viewer());
          boolean shown = secrets.show(token, call, credential);
          if (body.kindOrAccess() == TokenKind.LOGIN) {
            token.put("url", shown ? links.of(request, credential) : null);
          }
          return token;
        });
  }

  @TakesPreconditions
  @DeleteMapping("/{id}")
  ResponseEntity<ObjectNode> revoke(WriteRequest call, @PathVariable("id") TokenId id) {
    return commands.submit(
        call,
        new RevokeToken(id),
        reply -> {
          directory.await(known -> known.token(id).isEmpty(), PATIENCE);
          return ReplyResources.first(reply, call.caller().viewer());
        });
  }
}
