package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.PROJECT;
import static io.timeledger.schemas.jooq.read.Tables.TASK;
import static io.timeledger.schemas.jooq.read.Tables.TIME_ENTRY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.ingest.suggestion.SuggestionFilter;
import io.timeledger.ingest.suggestion.Suggestions;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import tools.jackson.databind.node.ObjectNode;

/// Looks at a member's latest entries only, which the index by member and day finds; and at all
/// tags of the days that count, by the index by day.
record SqlSuggestions(Database database) implements Suggestions {
  private static final int LATEST = 1_000;
  private static final Field<LocalDate> LAST_DAY = max(TIME_ENTRY.LOG_DATE);
  private static final Field<?>[] WORK = {
    TIME_ENTRY.DESCRIPTION,
    TIME_ENTRY.ENTITY_TYPE,
    TIME_ENTRY.ENTITY_ID,
    TIME_ENTRY.PROJECT_ID,
    TIME_ENTRY.TASK_ID,
    TIME_ENTRY.TAGS,
    TIME_ENTRY.BILLABLE
  };

  @Override
  public List<ObjectNode> work(WorkspaceId workspace, UserId user, SuggestionFilter filter) {
    return database.read(
        sql -> {
          Table<?> latest =
              select(TIME_ENTRY.fields())
                  .from(TIME_ENTRY)
                  .where(
                      Where.in(workspace, TIME_ENTRY.WORKSPACE_ID)
                          .id(TIME_ENTRY.USER_ID, user)
                          .unlessGone(TIME_ENTRY.DELETED_AT, false)
                          .condition())
                  .orderBy(TIME_ENTRY.LOG_DATE.desc())
                  .limit(LATEST)
                  .asTable(TIME_ENTRY.getName());
          Field<String> entryProject = of(latest, TIME_ENTRY.PROJECT_ID);
          Field<String> entryTask = of(latest, TIME_ENTRY.TASK_ID);
          List<Field<?>> work =
              List.of(WORK).stream().<Field<?>>map(one -> of(latest, one)).toList();
          Field<LocalDate> day = max(of(latest, TIME_ENTRY.LOG_DATE)).as("last_used_on");
          return sql.select(work)
              .select(day, count().as("entries"))
              .from(latest)
              .leftJoin(PROJECT)
              .on(PROJECT.WORKSPACE_ID.eq(workspace.value()), PROJECT.ID.eq(entryProject))
              .leftJoin(TASK)
              .on(TASK.WORKSPACE_ID.eq(workspace.value()), TASK.ID.eq(entryTask))
              .where(
                  WordSearch.of(
                      filter.q(),
                      List.of(
                          of(latest, TIME_ENTRY.DESCRIPTION),
                          of(latest, TIME_ENTRY.ENTITY_ID),
                          entryProject,
                          PROJECT.NAME,
                          entryTask,
                          TASK.NAME)))
              .groupBy(work)
              .orderBy(day.desc(), max(of(latest, TIME_ENTRY.CREATED_AT)).desc())
              .limit(filter.size())
              .fetch(JsonRows::tree);
        });
  }

  @Override
  public List<ObjectNode> tags(
      WorkspaceId workspace, VisibleMembers visible, LocalDate since, SuggestionFilter filter) {
    Field<String> tag = field(name("used", "tag"), String.class);
    Condition counted =
        Where.in(workspace, TIME_ENTRY.WORKSPACE_ID)
            .in(TIME_ENTRY.USER_ID, visible)
            .from(TIME_ENTRY.LOG_DATE, since)
            .unlessGone(TIME_ENTRY.DELETED_AT, false)
            .condition();
    return database.read(
        sql ->
            sql.select(tag, count().as("entries"), LAST_DAY.as("last_used_on"))
                .from(TIME_ENTRY)
                .crossJoin(DSL.unnest(TIME_ENTRY.TAGS).as("used", "tag"))
                .where(counted)
                .and(WordSearch.of(filter.q(), List.of(tag)))
                .groupBy(tag)
                .orderBy(count().desc(), tag)
                .limit(filter.size())
                .fetch(JsonRows::tree));
  }

  private static <T> Field<T> of(Table<?> table, Field<T> column) {
    return Objects.requireNonNull(table.field(column));
  }
}
