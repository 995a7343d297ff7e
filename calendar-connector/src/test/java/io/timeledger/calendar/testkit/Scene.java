package io.timeledger.calendar.testkit;

import io.timeledger.schemas.calendar.BlockRecord;
import io.timeledger.schemas.calendar.CalendarCommand;
import io.timeledger.schemas.calendar.CalendarCommand.CalendarDue;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.impl.DSL;

/// Ann in her own workspace, with a calendar at an address.
public final class Scene implements AutoCloseable {
  private final CalendarPlatform platform;
  private final WorkspaceId workspace = LedgerStandIn.newWorkspace();
  private final IcsServer server = new IcsServer();

  public Scene(CalendarPlatform platform) {
    this.platform = platform;
    platform.ledger().member(workspace, "Europe/Vienna");
  }

  public WorkspaceId workspace() {
    return workspace;
  }

  public IcsServer server() {
    return server;
  }

  /// Connects the file and waits until its full window was read.
  public Connection connect(String file) {
    return connect(file, connection -> connection);
  }

  public Connection connect(String file, UnaryOperator<ConnectionBuilder> change) {
    server.serve(file);
    Connection connection = platform.ledger().connect(workspace, server.url(), change);
    CalendarPlatform.until(() -> isRead(connection));
    return connection;
  }

  /// Whether the full window was read.
  public boolean isRead(Connection connection) {
    return platform
        .sql()
        .fetchExists(
            DSL.table("calendar.calendar"),
            DSL.condition(
                "connection_id = {0} and window_to - window_from = {1} and cursor is not null"
                    + " and due_at > clock_timestamp()",
                DSL.val(connection.id().value()),
                DSL.val(connection.daysBack() + connection.daysAhead() + 1)));
  }

  public CalendarId calendar(Connection connection) {
    return new CalendarId(
        CalendarPlatform.text(
            platform.row("calendar_read.calendar", "connection_id", connection.id().value()),
            "id"));
  }

  /// Triggers a round and waits for its end.
  public void read(Connection connection) {
    long before = rounds(connection);
    ask(CalendarDue.changed(calendar(connection)));
    CalendarPlatform.until(() -> rounds(connection) > before && isRead(connection));
  }

  /// Serves the file, triggers a round and waits for its end.
  public void read(Connection connection, String file) {
    server.serve(file);
    read(connection);
  }

  /// @return the id of the command
  public String ask(CalendarCommand command) {
    String id = "cmd_" + UUID.randomUUID();
    platform.ledger().ask(workspace, id, command);
    return id;
  }

  /// Waits for the replies to a command.
  public List<CalendarReply> replies(String commandId, int count) {
    CalendarPlatform.until(() -> found(commandId).size() >= count);
    return found(commandId);
  }

  public CalendarReply answer(CalendarCommand command) {
    return replies(ask(command), 1).getFirst();
  }

  public List<String> titles() {
    return platform.titles(workspace);
  }

  public BlockId block(String title) {
    return platform.block(workspace, title);
  }

  public Map<String, Object> row(BlockId block) {
    return platform.row("calendar_read.block", "id", block.value());
  }

  public Map<String, Object> row(Connection connection) {
    return platform.row("calendar_read.connection", "id", connection.id().value());
  }

  /// The blocks on the public topic.
  public List<BlockRecord> published() {
    return platform.state(Topic.CALENDAR_BLOCKS, workspace).values().stream()
        .map(value -> TopicSerdes.CALENDAR_BLOCKS.codec().read(value))
        .toList();
  }

  /// How many rows of the table are the workspace's.
  public int count(String table) {
    return platform
        .sql()
        .fetchCount(
            DSL.table(table), DSL.condition("workspace_id = {0}", DSL.val(workspace.value())));
  }

  public long revision() {
    return CalendarPlatform.number(
        platform.row("calendar_read.head", "workspace_id", workspace.value()), "revision");
  }

  /// Number of rounds of the calendar, including failed ones.
  public long rounds(Connection connection) {
    return CalendarPlatform.number(
        platform.row("calendar.calendar", "connection_id", connection.id().value()), "generation");
  }

  @Override
  public void close() {
    server.close();
  }

  private List<CalendarReply> found(String commandId) {
    return platform.records(Topic.CALENDAR_REPLIES).stream()
        .map(record -> TopicSerdes.CALENDAR_REPLIES.codec().read(record.value()))
        .filter(reply -> reply.commandId().equals(commandId))
        .toList();
  }
}
