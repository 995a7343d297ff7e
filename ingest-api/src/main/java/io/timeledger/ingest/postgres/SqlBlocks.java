package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.calendar_read.Tables.BLOCK;
import static io.timeledger.schemas.jooq.read.Tables.CONTACT;
import static io.timeledger.schemas.jooq.read.Tables.TIME_ENTRY;

import io.timeledger.ingest.calendar.block.AttendingContact;
import io.timeledger.ingest.calendar.block.BlockFilter;
import io.timeledger.ingest.calendar.block.Blocks;
import io.timeledger.ingest.calendar.block.CalendarBlock;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.calendar.BlockState;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.BlockKind;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.Provider;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Blocks joined with their entries: a block is converted as soon as its entry is readable, and
/// pending again once the entry is deleted.
final class SqlBlocks implements Blocks {
  /// The start by which lists are sorted; for whole days, midnight UTC of the first one.
  private static final Field<Instant> BEGINS_AT =
      DSL.coalesce(BLOCK.STARTED_AT, BLOCK.START_DATE.cast(BLOCK.STARTED_AT.getDataType()))
          .as("begins_at");

  private static final Field<String> ENTRY_ID = TIME_ENTRY.ID.as("entry_id");

  /// The contacts who attend, as an array of objects; null for none.
  private static final Field<JSONB> CONTACTS =
      DSL.field(
              DSL.select(
                      DSL.jsonbArrayAgg(
                          DSL.jsonbObject(
                              DSL.jsonEntry("id", CONTACT.ID),
                              DSL.jsonEntry("deal_id", CONTACT.DEAL_ID),
                              DSL.jsonEntry("project_id", CONTACT.PROJECT_ID))))
                  .from(CONTACT)
                  .where(CONTACT.WORKSPACE_ID.eq(BLOCK.WORKSPACE_ID))
                  .and(DSL.arrayOverlap(CONTACT.EMAIL_HASHES, BLOCK.CONTACT_HASHES))
                  .and(CONTACT.DELETED_AT.isNull()))
          .as("contacts");

  private static final Table<?> BLOCKS =
      DSL.select(BLOCK.fields())
          .select(BEGINS_AT, ENTRY_ID, CONTACTS)
          .from(BLOCK)
          .leftJoin(TIME_ENTRY)
          .on(TIME_ENTRY.WORKSPACE_ID.eq(BLOCK.WORKSPACE_ID))
          .and(TIME_ENTRY.EXTERNAL_SOURCE.eq(BlockId.EXTERNAL_SOURCE))
          .and(TIME_ENTRY.EXTERNAL_ID.eq(BLOCK.ID))
          .and(TIME_ENTRY.DELETED_AT.isNull())
          .asTable("block");

  private final Database database;
  private final KeysetQuery query;

  SqlBlocks(Database database) {
    this.database = database;
    query =
        new KeysetQuery(
            database,
            BLOCKS,
            of(BLOCK.ID),
            List.of(new Sort<>("started_at", of(BEGINS_AT), Instant::parse)),
            false);
  }

  @Override
  public Page list(
      WorkspaceId workspace,
      UserId member,
      BlockFilter filter,
      Paging paging,
      Function<CalendarBlock, ObjectNode> toJson) {
    Field<LocalDate> lastDay = DSL.coalesce(of(BLOCK.END_DATE).minus(1), of(BLOCK.LOG_DATE));
    Condition where =
        Where.in(workspace, of(BLOCK.WORKSPACE_ID))
            .id(of(BLOCK.USER_ID), member)
            .id(of(BLOCK.CALENDAR_ID), filter.calendarId())
            .from(lastDay, filter.from())
            .to(of(BLOCK.LOG_DATE), filter.to())
            .present(of(BLOCK.DRIFT), filter.drift())
            .and(filter.state(), SqlBlocks::isIn)
            .condition();
    return query.page(
        where, new CursorScope(workspace, member, filter), paging, row -> toJson.apply(block(row)));
  }

  @Override
  public Optional<CalendarBlock> find(WorkspaceId workspace, UserId member, BlockId id) {
    return findAll(workspace, member, List.of(id)).stream().findFirst();
  }

  @Override
  public List<CalendarBlock> findAll(
      WorkspaceId workspace, UserId member, Collection<BlockId> ids) {
    return database.read(
        sql ->
            sql.select(BLOCKS.fields())
                .from(BLOCKS)
                .where(
                    Where.in(workspace, of(BLOCK.WORKSPACE_ID))
                        .id(of(BLOCK.USER_ID), member)
                        .condition())
                .and(of(BLOCK.ID).in(ids.stream().map(BlockId::value).toList()))
                .fetch(SqlBlocks::block));
  }

  @Override
  public List<ObjectNode> overlaps(WorkspaceId workspace, UserId member, CalendarBlock block) {
    Instant start = block.startedAt();
    Instant end = block.endedAt();
    if (start == null || end == null) {
      return List.of();
    }
    return database.read(
        sql ->
            sql.select(
                    TIME_ENTRY.ID,
                    TIME_ENTRY.DESCRIPTION,
                    TIME_ENTRY.PROJECT_ID,
                    TIME_ENTRY.STARTED_AT,
                    TIME_ENTRY.ENDED_AT)
                .from(TIME_ENTRY)
                .where(
                    Where.in(workspace, TIME_ENTRY.WORKSPACE_ID)
                        .id(TIME_ENTRY.USER_ID, member)
                        .before(TIME_ENTRY.STARTED_AT, end)
                        .unlessGone(TIME_ENTRY.DELETED_AT, false)
                        .condition())
                // a timer still runs
                .and(TIME_ENTRY.ENDED_AT.isNull().or(TIME_ENTRY.ENDED_AT.gt(start)))
                .and(TIME_ENTRY.EXTERNAL_ID.isDistinctFrom(block.id().value()))
                .orderBy(TIME_ENTRY.STARTED_AT, TIME_ENTRY.ID)
                .limit(20)
                .fetch(JsonRows::tree));
  }

  @Override
  public long trackedSeconds(WorkspaceId workspace, BlockId id) {
    Field<BigDecimal> total = DSL.coalesce(DSL.sum(TIME_ENTRY.ROUNDED_SECONDS), BigDecimal.ZERO);
    return database.read(
        sql ->
            Objects.requireNonNull(
                    sql.select(total)
                        .from(TIME_ENTRY)
                        .where(
                            Where.in(workspace, TIME_ENTRY.WORKSPACE_ID)
                                .constant(TIME_ENTRY.ENTITY_TYPE, EntityType.CALENDAR_EVENT)
                                .eq(TIME_ENTRY.ENTITY_ID, id.value())
                                .unlessGone(TIME_ENTRY.DELETED_AT, false)
                                .condition())
                        .fetchOne(total),
                    "a sum has a row")
                .longValue());
  }

  private static Condition isIn(BlockState state) {
    Field<String> entry = of(ENTRY_ID);
    Field<Instant> dismissed = of(BLOCK.DISMISSED_AT);
    return switch (state) {
      case CONVERTED -> entry.isNotNull();
      case DISMISSED -> entry.isNull().and(dismissed.isNotNull());
      case PENDING -> entry.isNull().and(dismissed.isNull());
    };
  }

  private static CalendarBlock block(Record row) {
    String entry = row.get(of(ENTRY_ID));
    return new CalendarBlock(
        new BlockId(row.get(of(BLOCK.ID))),
        new CalendarId(row.get(of(BLOCK.CALENDAR_ID))),
        constant(row.get(of(BLOCK.PROVIDER)), Provider.class),
        constant(row.get(of(BLOCK.KIND)), BlockKind.class),
        row.get(of(BLOCK.TITLE)),
        row.get(of(BLOCK.PRIVATE)),
        row.get(of(BLOCK.TENTATIVE)),
        row.get(of(BLOCK.RECURRING)),
        row.get(of(BLOCK.STARTED_AT)),
        row.get(of(BLOCK.ENDED_AT)),
        row.get(of(BLOCK.START_DATE)),
        row.get(of(BLOCK.END_DATE)),
        ZoneId.of(row.get(of(BLOCK.TIMEZONE))),
        row.get(of(BLOCK.LOG_DATE)),
        row.get(of(BLOCK.ORGANIZER_DOMAIN)),
        Arrays.asList(row.get(of(BLOCK.ATTENDEE_DOMAINS))),
        contacts(row.get(of(CONTACTS))),
        Json.MAPPER.readTree(row.get(of(BLOCK.SOURCES)).data()),
        row.get(of(BLOCK.DISMISSED_AT)) != null,
        entry == null ? null : new EntryId(entry),
        row.get(of(BLOCK.DRIFT)),
        row.get(of(BLOCK.VERSION)));
  }

  private static List<AttendingContact> contacts(@Nullable JSONB json) {
    return json == null
        ? List.of()
        : List.of(Json.MAPPER.readValue(json.data(), AttendingContact[].class));
  }

  private static <T extends Enum<T>> T constant(String wireName, Class<T> type) {
    return Json.MAPPER.convertValue(wireName, type);
  }

  /// The column in the joined table.
  private static <T> Field<T> of(Field<T> column) {
    return Objects.requireNonNull(BLOCKS.field(column), column.getName());
  }
}
