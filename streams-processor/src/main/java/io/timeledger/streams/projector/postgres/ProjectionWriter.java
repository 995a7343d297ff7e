package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projection.Tables.APPROVAL_ROUTE;
import static io.timeledger.schemas.jooq.projection.Tables.AUTOMATION_RULE;
import static io.timeledger.schemas.jooq.projection.Tables.CALENDAR_RULE;
import static io.timeledger.schemas.jooq.projection.Tables.CLIENT;
import static io.timeledger.schemas.jooq.projection.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.projection.Tables.CONTACT;
import static io.timeledger.schemas.jooq.projection.Tables.EVENT;
import static io.timeledger.schemas.jooq.projection.Tables.INVOICE;
import static io.timeledger.schemas.jooq.projection.Tables.INVOICE_LINE;
import static io.timeledger.schemas.jooq.projection.Tables.MEMBER;
import static io.timeledger.schemas.jooq.projection.Tables.OVERTIME;
import static io.timeledger.schemas.jooq.projection.Tables.POSITION;
import static io.timeledger.schemas.jooq.projection.Tables.PROJECT;
import static io.timeledger.schemas.jooq.projection.Tables.RATE;
import static io.timeledger.schemas.jooq.projection.Tables.SETTINGS;
import static io.timeledger.schemas.jooq.projection.Tables.TASK;
import static io.timeledger.schemas.jooq.projection.Tables.TEAM;
import static io.timeledger.schemas.jooq.projection.Tables.TIME_ENTRY;
import static io.timeledger.schemas.jooq.projection.Tables.TIME_WEBHOOK;
import static io.timeledger.schemas.jooq.projection.Tables.TOKEN;
import static io.timeledger.schemas.jooq.projection.Tables.WORKSPACE;

import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.runtime.kafka.PositionStore;
import io.timeledger.runtime.kafka.StalePositionException;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.streams.projector.EventBatch;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Table;

/// Applies batches of events to a projection, each in one transaction and exactly once. It begins
/// by advancing the partitions' positions from the batch's start; a writer that cannot, because it
/// is stale, applies nothing.
public final class ProjectionWriter {
  private static final PositionStore POSITIONS =
      PositionStore.ofOneTopicIn(POSITION, POSITION.PARTITION, POSITION.NEXT_OFFSET);

  private final ProjectionSession session;

  private ProjectionWriter(ProjectionSession session) {
    this.session = session;
  }

  /// Writes to the live projection at any time; a switch waits for its transactions, and vice
  /// versa.
  public static ProjectionWriter live(DataSource database) {
    return new ProjectionWriter(ProjectionSession.live(database));
  }

  /// Writes to one projection, live or not.
  public static ProjectionWriter of(DataSource database, int number) {
    return new ProjectionWriter(ProjectionSession.of(database, number));
  }

  /// The next offset of the partition to apply; 0 initially.
  public long position(int partition) {
    return session.inTransaction(
        sql -> POSITIONS.position(sql, Topic.EVENTS.topicName(), partition));
  }

  /// @param ranges of the partitions in the batch
  /// @return false if a position is not the batch's start: then nothing was applied
  public boolean apply(List<OffsetRange> ranges, EventBatch batch) {
    try {
      return session.inTransaction(
          sql -> {
            POSITIONS.advance(sql, ranges);
            write(sql, batch);
            return true;
          });
    } catch (StalePositionException e) {
      return false;
    }
  }

  /// Rebuilds workspaces with events that were unknown on arrival but are known now.
  ///
  /// @return the number of workspaces
  public int takeUp() {
    List<String> workspaces = session.inTransaction(UnknownEvents::workspacesToFold);
    return (int)
        workspaces.stream()
            .filter(workspace -> session.inTransaction(sql -> Refold.run(sql, workspace)))
            .count();
  }

  private static void write(DSLContext sql, EventBatch batch) {
    WorkspaceProgress.advance(sql, batch.advances());
    UnknownEvents.keep(sql, batch.unknown());
    fold(sql, batch);
    JsonInsert.insert(sql, EVENT, batch.events());
  }

  /// Writes the data derived from the events.
  static void fold(DSLContext sql, EventBatch batch) {
    JsonInsert.insert(sql, TIME_ENTRY, batch.newEntries());
    batch.resources().forEach((type, rows) -> JsonInsert.upsert(sql, tableOf(type), rows));
    TimesheetTable.write(sql, batch.timesheets());
    RollupTables.add(sql, batch.rollups());
  }

  static Table<?> tableOf(ResourceType type) {
    return switch (type) {
      case TIME_ENTRY -> TIME_ENTRY;
      case SETTINGS -> SETTINGS;
      case RATE -> RATE;
      case INVOICE -> INVOICE;
      case INVOICE_LINE -> INVOICE_LINE;
      case PROJECT -> PROJECT;
      case TASK -> TASK;
      case CLIENT -> CLIENT;
      case TEAM -> TEAM;
      case APPROVAL_ROUTE -> APPROVAL_ROUTE;
      case RULE -> AUTOMATION_RULE;
      case OVERTIME -> OVERTIME;
      case MEMBER -> MEMBER;
      case WORKSPACE -> WORKSPACE;
      case TOKEN -> TOKEN;
      case WEBHOOK -> TIME_WEBHOOK;
      case CONNECTION -> CONNECTION;
      case CALENDAR_RULE -> CALENDAR_RULE;
      case CONTACT -> CONTACT;
      case TIMESHEET, DENIAL, RATE_PREVIEW ->
          throw new IllegalArgumentException("type: " + type + " (expected: one with plain rows)");
    };
  }
}
