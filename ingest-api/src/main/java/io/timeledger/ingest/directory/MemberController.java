package io.timeledger.ingest.directory;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.ingest.command.TakesPreconditions;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.ResourceResponse;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.command.DirectoryCommand.EraseMember;
import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.visibility.Redactor;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Members with names and e-mails. A change of role takes effect on the next request.
@RestController
@RequestMapping("/api/v1/members")
final class MemberController {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private final Commands commands;
  private final DirectoryRecords records;
  private final Directory directory;

  MemberController(Commands commands, DirectoryRecords records, Directory directory) {
    this.commands = commands;
    this.records = records;
    this.directory = directory;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams MemberFilter filter, @QueryParams Paging paging) {
    return records
        .members(caller.workspaceId(), ReadRights.sight(caller), filter, paging)
        .answer(ResourceType.MEMBER, caller.viewer());
  }

  @FromReadModels
  @GetMapping("/{id}")
  ResponseEntity<ObjectNode> find(
      Caller caller, @PathVariable("id") UserId id, HttpServletResponse response) {
    ReadRights.require(caller, Permission.READ);
    if (!caller.seesTimeOf(id)) {
      throw ApiException.notFound();
    }
    FoundMember found = records.find(caller.workspaceId(), id).orElseThrow(ApiException::notFound);
    if (found.late()) {
      response.setHeader("X-Stale", "true");
    }
    ObjectNode member = found.member();
    if (found.ofOneVersion()) {
      return ResourceResponse.of(ResourceType.MEMBER, member, caller.viewer());
    }
    Redactor.redact(ResourceType.MEMBER, member, caller.viewer());
    return ResourceResponse.whole(member);
  }

  @TakesPreconditions
  @PutMapping("/{id}")
  ResponseEntity<ObjectNode> put(
      WriteRequest call, @PathVariable("id") UserId id, @RequestBody MemberBody body) {
    PutMember command = body.toCommand(id, call.ifVersion());
    return commands.submit(
        call,
        command,
        reply -> {
          awaitProfile(reply);
          // Events and replies never contain name and e-mail; they are taken from the request.
          return ReplyResources.first(reply, call.caller().viewer())
              .put("name", command.name())
              .put("email", command.email());
        });
  }

  @TakesPreconditions
  @DeleteMapping("/{id}")
  ResponseEntity<ObjectNode> deactivate(WriteRequest call, @PathVariable("id") UserId id) {
    return commands.submit(
        call,
        new DeactivateMember(id, call.ifVersion()),
        reply -> {
          awaitGone(call.caller().workspaceId(), id);
          return ReplyResources.first(reply, call.caller().viewer());
        });
  }

  @TakesPreconditions
  @PostMapping("/{id}/erase")
  ResponseEntity<ObjectNode> erase(WriteRequest call, @PathVariable("id") UserId id) {
    return commands.submit(
        call,
        new EraseMember(id),
        reply -> {
          awaitErased(call.caller().workspaceId(), id);
          return ReplyResources.first(reply, call.caller().viewer());
        });
  }

  private void awaitProfile(Reply reply) {
    if (reply.items().getFirst().resource() instanceof Member member) {
      directory.await(
          known ->
              known
                  .member(member.workspaceId(), member.id())
                  .filter(profile -> isAsNewAs(member, profile))
                  .isPresent(),
          PATIENCE);
    }
  }

  private static boolean isAsNewAs(Member member, MemberProfile profile) {
    Integer version = profile.version();
    return version == null ? profile.role() == member.role() : version >= member.version();
  }

  private void awaitErased(WorkspaceId workspace, UserId user) {
    directory.await(known -> known.member(workspace, user).isEmpty(), PATIENCE);
  }

  private void awaitGone(WorkspaceId workspace, UserId user) {
    directory.await(
        known -> known.member(workspace, user).filter(profile -> profile.active()).isEmpty(),
        PATIENCE);
  }
}
