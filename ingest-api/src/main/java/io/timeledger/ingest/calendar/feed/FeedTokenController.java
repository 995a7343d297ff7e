package io.timeledger.ingest.calendar.feed;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.token.TokenSecrets;
import io.timeledger.ingest.token.Tokens;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.command.AccessCommand.CreateToken;
import io.timeledger.schemas.command.AccessCommand.RevokeToken;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.restricted.TokenRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.node.ObjectNode;

/// The addresses of a member's feeds. Each contains a token with no other permission, and is shown
/// once.
@RestController
@RequestMapping("/api/v1/time/calendar/feeds")
final class FeedTokenController {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Commands commands;
  private final Tokens tokens;
  private final TokenSecrets secrets;
  private final Directory directory;

  FeedTokenController(Commands commands, Tokens tokens, TokenSecrets secrets, Directory directory) {
    this.commands = commands;
    this.tokens = tokens;
    this.secrets = secrets;
    this.directory = directory;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.CALENDAR);
    return tokens
        .feeds(caller.workspaceId(), caller.userId(), paging)
        .answer(ResourceType.TOKEN, caller.viewer());
  }

  @PostMapping
  ResponseEntity<ObjectNode> create(
      WriteRequest call, HttpServletRequest request, @RequestBody FeedBody body) {
    ReadRights.require(call.caller(), Permission.CALENDAR);
    FeedQuery query = body.checked();
    Credential credential = secrets.of(call);
    return commands.submit(
        call,
        command(credential.id(), body, credential.secretHash()),
        command(new TokenId("tok"), body, query.queryString()),
        reply -> {
          ObjectNode token = ReplyResources.first(reply, call.caller().viewer());
          secrets.show(token, call, credential);
          boolean shown = !token.required("secret").isNull();
          token.remove("secret");
          token.put("url", shown ? address(request, credential, query) : null);
          return token;
        });
  }

  @DeleteMapping("/{id}")
  ResponseEntity<ObjectNode> revoke(WriteRequest call, @PathVariable("id") TokenId id) {
    Caller caller = call.caller();
    ReadRights.require(caller, Permission.CALENDAR);
    if (directory.token(id).filter(token -> isFeedOf(token, caller)).isEmpty()) {
      throw ApiException.notFound();
    }
    return commands.submit(
        call,
        new RevokeToken(id),
        reply -> {
          directory.await(known -> known.token(id).isEmpty(), PATIENCE);
          return ReplyResources.first(reply, caller.viewer());
        });
  }

  private static boolean isFeedOf(TokenRecord token, Caller caller) {
    return token.workspaceId().equals(caller.workspaceId())
        && token.userId().equals(caller.userId())
        && token.scopes().equals(Set.of(Permission.FEED));
  }

  private static CreateToken command(TokenId id, FeedBody body, String secretHash) {
    return new CreateToken(
        id,
        null,
        Objects.requireNonNull(body.name(), "checked"),
        Set.of(Permission.FEED),
        true,
        body.expiresAt(),
        secretHash);
  }

  private static String address(
      HttpServletRequest request, Credential credential, FeedQuery query) {
    return ServletUriComponentsBuilder.fromContextPath(request)
        .path("/api/v1/time/calendar/feed/{token}.ics")
        .query(query.queryString())
        .buildAndExpand(credential.reveal())
        .toUriString();
  }
}
