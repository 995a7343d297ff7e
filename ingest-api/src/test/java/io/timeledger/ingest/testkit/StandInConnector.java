package io.timeledger.ingest.testkit;

import io.timeledger.embedded.TestDatabase;
import io.timeledger.schemas.calendar.CalendarCommand.CalendarDue;
import io.timeledger.schemas.calendar.CalendarCommand.DismissBlocks;
import io.timeledger.schemas.calendar.CalendarCommand.RestoreBlock;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The calendar connector as the API sees it: its tables, and an answer to every command. It reads
/// no calendar; tests say what is in one.
public final class StandInConnector {
  private final StandInSchema tables;
  private final StandInResponder<CalendarEnvelope, CalendarReply> responder;

  private StandInConnector(StandInSchema tables, String servers) {
    this.tables = tables;
    responder =
        new StandInResponder<>(
            servers,
            Topic.CALENDAR_COMMANDS,
            TopicSerdes.CALENDAR_COMMANDS,
            Topic.CALENDAR_REPLIES,
            TopicSerdes.CALENDAR_REPLIES,
            this::done);
  }

  static StandInConnector start(TestDatabase database, String servers) {
    StandInConnector connector =
        new StandInConnector(StandInSchema.create(database, "calendar"), servers);
    connector.responder.start();
    return connector;
  }

  /// All commands that it was asked, the first one first.
  public Queue<CalendarEnvelope> asked() {
    return responder.asked();
  }

  /// Answers nothing meanwhile, as if none were running.
  public void whileSilent(Runnable work) {
    responder.whileSilent(work);
  }

  /// A meeting of the member.
  ///
  /// @param startedAt RFC 3339, in UTC
  /// @param endedAt null for one without an end
  public void meeting(
      String workspace,
      String user,
      String id,
      @Nullable String title,
      String startedAt,
      @Nullable String endedAt) {
    block(workspace, user, id, title, "meeting", startedAt, endedAt, null, null);
  }

  /// An event of whole days.
  ///
  /// @param endDate exclusive
  public void wholeDays(
      String workspace, String user, String id, String title, String startDate, String endDate) {
    block(workspace, user, id, title, "all_day", null, null, startDate, endDate);
  }

  private void block(
      String workspace,
      String user,
      String id,
      @Nullable String title,
      String kind,
      @Nullable String startedAt,
      @Nullable String endedAt,
      @Nullable String startDate,
      @Nullable String endDate) {
    tables.execute(
        """
        insert into calendar.block
          (workspace_id, id, user_id, calendar_id, connection_id, provider, kind, title, private,
           tentative, started_at, ended_at, start_date, end_date, timezone, log_date, recurring,
           organizer_domain, attendee_domains, guests, sources, version)
        values (?, ?, ?, 'cal_1', 'conn_1', 'ics', ?, ?, false, false, ?::timestamptz,
           ?::timestamptz, ?::date, ?::date, 'Europe/Berlin', coalesce(?::date,
           (?::timestamptz at time zone 'Europe/Berlin')::date), false, 'acme.example',
           '{acme.example}', 2, '[{"calendar_id": "cal_1", "event_ref": "e"}]', 1)
        """,
        workspace,
        id,
        user,
        kind,
        title,
        startedAt,
        endedAt,
        startDate,
        endDate,
        startDate,
        startedAt);
  }

  public void rename(String workspace, String id, String title) {
    tables.execute(
        "update calendar.block set title = ? where workspace_id = ? and id = ?",
        title,
        workspace,
        id);
  }

  /// Attendees by their hashes.
  public void attended(String workspace, String id, List<String> hashes) {
    tables.execute(
        "update calendar.block set contact_hashes = ?::text[] where workspace_id = ? and id = ?",
        "{" + String.join(",", hashes) + "}",
        workspace,
        id);
  }

  public void drift(String workspace, String id, String drift) {
    tables.execute(
        "update calendar.block set drift = ? where workspace_id = ? and id = ?",
        drift,
        workspace,
        id);
    tables.execute(
        """
        insert into calendar.conversion
          (workspace_id, block_id, user_id, entry_id, entry_deleted, sequence)
        select workspace_id, id, user_id, 'te_x', false, 1 from calendar.block
        where workspace_id = ? and id = ?
        """,
        workspace,
        id);
  }

  private CalendarReply done(CalendarEnvelope command) {
    return switch (command.command()) {
      case SyncNow _ -> replied(command, "rnd_1", List.of());
      case DismissBlocks dismiss -> {
        dismiss
            .ids()
            .forEach(
                id ->
                    tables.execute(
                        "insert into calendar.mark values (?, ?, ?, now()) on conflict do nothing",
                        command.workspaceId().value(),
                        command.actor().userId().value(),
                        id.value()));
        yield replied(command, null, dismiss.ids());
      }
      case RestoreBlock restore -> {
        tables.execute(
            "delete from calendar.mark where workspace_id = ? and block_id = ?",
            command.workspaceId().value(),
            restore.id().value());
        yield replied(command, null, List.of(restore.id()));
      }
      case CalendarDue _ -> replied(command, null, List.of());
    };
  }

  private static CalendarReply replied(
      CalendarEnvelope command, @Nullable String round, List<BlockId> changed) {
    return new CalendarReply(
        command.id(), command.workspaceId(), Instant.now(), round, changed, null);
  }
}
