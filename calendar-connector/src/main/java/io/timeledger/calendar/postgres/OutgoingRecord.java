package io.timeledger.calendar.postgres;

import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.calendar.BlockMark;
import io.timeledger.schemas.calendar.BlockRecord;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.restricted.ConnectionGrant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record of the outbox.
///
/// @param key of the record; begins with the workspace
/// @param value null for a tombstone
public record OutgoingRecord(
    CalendarChannel channel,
    String key,
    Map<String, String> headers,
    @Nullable ImmutableBytes value) {
  private static final RecordCodec<BlockRecord> BLOCKS = new RecordCodec<>(BlockRecord.class);
  private static final RecordCodec<BlockMark> MARKS = new RecordCodec<>(BlockMark.class);
  private static final RecordCodec<ConnectionGrant> GRANTS =
      new RecordCodec<>(ConnectionGrant.class);
  private static final CommandCodec COMMANDS = new CommandCodec();
  static final RecordCodec<CalendarReply> REPLIES = new RecordCodec<>(CalendarReply.class);

  public OutgoingRecord {
    headers = Map.copyOf(headers);
  }

  static OutgoingRecord of(BlockRecord block) {
    return new OutgoingRecord(
        CalendarChannel.BLOCKS,
        key(new MemberKey(block.workspaceId(), block.userId()), block.id()),
        Map.of(),
        ImmutableBytes.of(BLOCKS.write(block)));
  }

  static OutgoingRecord gone(MemberKey member, BlockId block) {
    return new OutgoingRecord(CalendarChannel.BLOCKS, key(member, block), Map.of(), null);
  }

  static OutgoingRecord of(BlockMark mark) {
    return new OutgoingRecord(
        CalendarChannel.MARKS,
        key(new MemberKey(mark.workspaceId(), mark.userId()), mark.blockId()),
        Map.of(),
        ImmutableBytes.of(MARKS.write(mark)));
  }

  static OutgoingRecord restored(MemberKey member, BlockId block) {
    return new OutgoingRecord(CalendarChannel.MARKS, key(member, block), Map.of(), null);
  }

  static OutgoingRecord of(CalendarReply reply, Map<String, String> headers) {
    return new OutgoingRecord(
        CalendarChannel.REPLIES,
        reply.workspaceId().value(),
        headers,
        ImmutableBytes.of(REPLIES.write(reply)));
  }

  static OutgoingRecord of(CommandEnvelope command) {
    return new OutgoingRecord(
        CalendarChannel.LEDGER,
        command.workspaceId().value(),
        Map.of("command_id", command.id()),
        ImmutableBytes.of(COMMANDS.write(command)));
  }

  static OutgoingRecord of(ConnectionGrant grant) {
    return new OutgoingRecord(
        CalendarChannel.GRANTS,
        key(grant.workspaceId(), grant.id()),
        Map.of(),
        ImmutableBytes.of(GRANTS.write(grant)));
  }

  static OutgoingRecord ended(WorkspaceId workspace, ConnectionId connection) {
    return new OutgoingRecord(CalendarChannel.GRANTS, key(workspace, connection), Map.of(), null);
  }

  private static String key(WorkspaceId workspace, ConnectionId connection) {
    return workspace.value() + "/" + connection.value();
  }

  private static String key(MemberKey member, BlockId block) {
    return String.join("/", member.workspaceId().value(), member.userId().value(), block.value());
  }
}
