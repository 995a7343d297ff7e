package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.COMMAND_OUTCOME;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.command.CommandOutcomes;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.ReplyCodec;
import io.timeledger.schemas.reply.Reply;
import java.util.Optional;

record SqlCommandOutcomes(Database database) implements CommandOutcomes {
  private static final ReplyCodec CODEC = new ReplyCodec();

  @Override
  public Optional<Reply> find(WorkspaceId workspace, UserId user, String commandId) {
    return database.read(
        sql ->
            sql.select(COMMAND_OUTCOME.REPLY)
                .from(COMMAND_OUTCOME)
                .where(COMMAND_OUTCOME.WORKSPACE_ID.eq(workspace.value()))
                .and(COMMAND_OUTCOME.COMMAND_ID.eq(commandId))
                .and(COMMAND_OUTCOME.USER_ID.eq(user.value()))
                .fetchOptional(row -> CODEC.read(row.value1().data().getBytes(UTF_8))));
  }
}
