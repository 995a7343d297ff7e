package io.timeledger.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.calendar.BlockMark;
import io.timeledger.schemas.calendar.CalendarCommand;
import io.timeledger.schemas.calendar.CalendarCommand.CalendarDue;
import io.timeledger.schemas.calendar.CalendarCommand.DismissBlocks;
import io.timeledger.schemas.calendar.CalendarCommand.RestoreBlock;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.restricted.ConnectionGrant;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.SealedText;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarContractsTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");
  private static final UserId ANN = new UserId("u_ann");
  private static final ConnectionId CONNECTION = new ConnectionId("conn_1");
  private static final BlockId BLOCK = new BlockId("blk_1");
  private static final Instant NOW = Instant.parse("2026-04-29T10:23:00Z");

  @ParameterizedTest
  @MethodSource("commands")
  void readsWhatItWrites(CalendarCommand command) {
    CalendarEnvelope envelope =
        new CalendarEnvelope(
            "cmd_1",
            WORKSPACE,
            new Actor(ANN, Set.of(Permission.CALENDAR), null, CommandOrigin.API),
            "hash",
            command);
    Codec<CalendarEnvelope> codec = TopicSerdes.CALENDAR_COMMANDS.codec();

    assertThat(codec.read(codec.write(envelope))).isEqualTo(envelope);
  }

  @Test
  void keepsTheNamesOfCommands() {
    assertThat(CalendarCommand.class.getPermittedSubclasses())
        .extracting(CommandCodec::typeOf)
        .containsExactlyInAnyOrder("sync_now", "dismiss_blocks", "restore_block", "calendar_due");
  }

  static List<CalendarCommand> commands() {
    return List.of(
        new SyncNow(CONNECTION),
        new DismissBlocks(List.of(BLOCK)),
        new RestoreBlock(BLOCK),
        CalendarDue.changed(new CalendarId("cal_1")),
        new CalendarDue(new CalendarId("cal_1"), true));
  }

  @Test
  void callsACommandOfAnotherServiceMalformed() {
    byte[] sync = TopicSerdes.CALENDAR_COMMANDS.codec().write(envelope(new SyncNow(CONNECTION)));

    assertThatThrownBy(() -> TopicSerdes.WEBHOOK_COMMANDS.codec().read(sync))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void callsACommandWithoutItsPartsMalformed() {
    byte[] sync = TopicSerdes.CALENDAR_COMMANDS.codec().write(envelope(new SyncNow(CONNECTION)));
    byte[] bare = new String(sync, UTF_8).replace("connection_id", "other").getBytes(UTF_8);

    assertThatThrownBy(() -> TopicSerdes.CALENDAR_COMMANDS.codec().read(bare))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void readsRepliesMarksAndSecretsThatItWrites() {
    CalendarReply reply = new CalendarReply("cmd_1", WORKSPACE, NOW, "rnd_1", List.of(BLOCK), null);
    CalendarReply refused =
        new CalendarReply(
            "cmd_2", WORKSPACE, NOW, null, List.of(), Problem.of(ErrorCode.NOT_FOUND, "no block"));
    BlockMark mark = new BlockMark(WORKSPACE, ANN, BLOCK, NOW);
    ConnectionSecret secret =
        new ConnectionSecret(CONNECTION, WORKSPACE, 1, new SealedText("k1", "c2VhbGVk"));

    requireSame(TopicSerdes.CALENDAR_REPLIES.codec(), reply);
    requireSame(TopicSerdes.CALENDAR_REPLIES.codec(), refused);
    requireSame(TopicSerdes.CALENDAR_MARKS.codec(), mark);
    requireSame(TopicSerdes.CONNECTION_SECRETS.codec(), secret);
    requireSame(
        TopicSerdes.CONNECTION_TOKENS.codec(),
        new ConnectionGrant(
            CONNECTION, WORKSPACE, "acc_1", 1, 7, new SealedText("k1", "c2VhbGVk")));
  }

  private static CalendarEnvelope envelope(CalendarCommand command) {
    return new CalendarEnvelope(
        "cmd_1", WORKSPACE, new Actor(ANN, Set.of(), null, CommandOrigin.API), "hash", command);
  }

  private static <T> void requireSame(Codec<T> codec, T value) {
    assertThat(codec.read(codec.write(value))).isEqualTo(value);
  }
}
