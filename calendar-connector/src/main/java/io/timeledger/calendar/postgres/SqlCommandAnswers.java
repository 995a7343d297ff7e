package io.timeledger.calendar.postgres;

import static io.timeledger.schemas.jooq.calendar.Tables.HANDLED_COMMAND;

import io.timeledger.calendar.intake.CommandAnswers;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.jooq.calendar.tables.records.HandledCommandRecord;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// Replies to commands, stored in PostgreSQL.
final class SqlCommandAnswers implements CommandAnswers {
  private final DSLContext tx;

  SqlCommandAnswers(DSLContext tx) {
    this.tx = tx;
  }

  @Override
  public Optional<CalendarReply> first(CalendarEnvelope command) {
    return tx.selectFrom(HANDLED_COMMAND)
        .where(HANDLED_COMMAND.COMMAND_ID.eq(command.id()))
        .fetchOptional(row -> reply(command, row));
  }

  @Override
  public void keep(CalendarEnvelope command, CalendarReply reply) {
    tx.insertInto(HANDLED_COMMAND)
        .set(HANDLED_COMMAND.COMMAND_ID, command.id())
        .set(HANDLED_COMMAND.BODY_HASH, command.bodyHash())
        .set(HANDLED_COMMAND.REPLY, OutgoingRecord.REPLIES.write(reply))
        .execute();
  }

  @Override
  public void send(CalendarReply reply, Map<String, String> headers) {
    CalendarOutbox.put(tx, List.of(OutgoingRecord.of(reply, headers)));
  }

  private static CalendarReply reply(CalendarEnvelope command, HandledCommandRecord row) {
    CalendarReply first = OutgoingRecord.REPLIES.read(row.getReply());
    return row.getBodyHash().equals(command.bodyHash())
        ? first
        : new CalendarReply(
            command.id(),
            command.workspaceId(),
            first.decidedAt(),
            null,
            List.of(),
            Problem.of(
                ErrorCode.IDEMPOTENCY_KEY_REUSED, ErrorCode.IDEMPOTENCY_KEY_REUSED.meaning()));
  }
}
