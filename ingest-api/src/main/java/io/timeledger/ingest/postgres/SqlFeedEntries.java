package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.PROJECT;
import static io.timeledger.schemas.jooq.read.Tables.TIME_ENTRY;

import io.timeledger.ingest.calendar.feed.FeedEntries;
import io.timeledger.ingest.calendar.feed.FeedEntry;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Record;

record SqlFeedEntries(Database database) implements FeedEntries {

  @Override
  public List<FeedEntry> since(WorkspaceId workspace, UserId member, LocalDate from, int most) {
    return database
        .read(
            sql ->
                sql.select(TIME_ENTRY.fields())
                    .select(PROJECT.NAME)
                    .from(TIME_ENTRY)
                    .leftJoin(PROJECT)
                    .on(PROJECT.WORKSPACE_ID.eq(TIME_ENTRY.WORKSPACE_ID))
                    .and(PROJECT.ID.eq(TIME_ENTRY.PROJECT_ID))
                    .where(
                        Where.in(workspace, TIME_ENTRY.WORKSPACE_ID)
                            .id(TIME_ENTRY.USER_ID, member)
                            .from(TIME_ENTRY.LOG_DATE, from)
                            .unlessGone(TIME_ENTRY.DELETED_AT, false)
                            .condition())
                    .and(TIME_ENTRY.STARTED_AT.isNull().or(TIME_ENTRY.ENDED_AT.isNotNull()))
                    .orderBy(TIME_ENTRY.LOG_DATE.desc(), TIME_ENTRY.ID.desc())
                    .limit(most)
                    .fetch(SqlFeedEntries::entry))
        .reversed();
  }

  private static FeedEntry entry(Record row) {
    return new FeedEntry(
        new EntryId(row.get(TIME_ENTRY.ID)),
        row.get(TIME_ENTRY.VERSION),
        row.get(TIME_ENTRY.UPDATED_AT),
        row.get(TIME_ENTRY.LOG_DATE),
        row.get(TIME_ENTRY.STARTED_AT),
        row.get(TIME_ENTRY.ENDED_AT),
        row.get(TIME_ENTRY.DESCRIPTION),
        row.get(PROJECT.NAME));
  }
}
