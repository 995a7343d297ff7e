package io.timeledger.schemas.json;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.Changed;
import io.timeledger.schemas.reply.ImportedRow;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Replies, each item with the type of its resource beside it.
public final class ReplyCodec implements Codec<Reply> {

  private record Wire(
      String commandId,
      WorkspaceId workspaceId,
      UserId userId,
      String bodyHash,
      Instant decidedAt,
      long sequence,
      List<WireItem> items,
      @Nullable Problem problem) {}

  private record WireItem(
      ReplyItem.Status status,
      @Nullable String type,
      @Nullable JsonNode resource,
      @Nullable Changed changed,
      @Nullable Problem problem,
      @Nullable ImportedRow imported) {}

  /// The write side of [Wire].
  private record Written(
      String commandId,
      WorkspaceId workspaceId,
      UserId userId,
      String bodyHash,
      Instant decidedAt,
      long sequence,
      List<WrittenItem> items,
      @Nullable Problem problem) {}

  private record WrittenItem(
      ReplyItem.Status status,
      @Nullable String type,
      @Nullable Object resource,
      @Nullable Changed changed,
      @Nullable Problem problem,
      @JsonInclude(NON_NULL) @Nullable ImportedRow imported) {}

  @Override
  public byte[] write(Reply reply) {
    return Json.MAPPER.writeValueAsBytes(
        new Written(
            reply.commandId(),
            reply.workspaceId(),
            reply.userId(),
            reply.bodyHash(),
            reply.decidedAt(),
            reply.sequence(),
            reply.items().stream().map(ReplyCodec::written).toList(),
            reply.problem()));
  }

  @Override
  public Reply read(byte[] bytes) {
    try {
      Wire wire = Json.MAPPER.readValue(bytes, Wire.class);
      return new Reply(
          wire.commandId(),
          wire.workspaceId(),
          wire.userId(),
          wire.bodyHash(),
          wire.decidedAt(),
          wire.sequence(),
          wire.items().stream().map(ReplyCodec::fromWire).toList(),
          wire.problem());
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new MalformedException(Reply.class, e);
    }
  }

  private static WrittenItem written(ReplyItem item) {
    Resource resource = item.resource();
    return resource == null
        ? new WrittenItem(item.status(), null, null, item.changed(), item.problem(), null)
        : new WrittenItem(
            item.status(),
            ResourceType.of(resource).wireName(),
            resource,
            item.changed(),
            item.problem(),
            item.imported());
  }

  private static ReplyItem fromWire(WireItem item) {
    String type = item.type();
    JsonNode resource = item.resource();
    return new ReplyItem(
        item.status(),
        type == null || resource == null
            ? null
            : Json.MAPPER.treeToValue(resource, ResourceType.of(type).type()),
        item.changed(),
        item.problem(),
        item.imported());
  }
}
