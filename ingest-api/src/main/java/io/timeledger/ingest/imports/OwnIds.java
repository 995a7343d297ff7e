package io.timeledger.ingest.imports;

import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.EntityType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Extra columns of our own export: ids, and the entity of the entry. All null for other formats.
record OwnIds(
    @Nullable UserId user,
    @Nullable ClientId client,
    @Nullable ProjectId project,
    @Nullable TaskId task,
    @Nullable EntityType entityType,
    @Nullable String entityId,
    @Nullable ZoneId timezone,
    @Nullable String externalSource,
    @Nullable String externalId) {

  /// Reserved for sources that Timeledger itself creates.
  private static final String RESERVED = "timeledger:";

  static OwnIds of(CsvRow row) throws RowException {
    String source = row.get(Column.EXTERNAL_SOURCE);
    boolean external =
        !source.isEmpty()
            && !row.get(Column.EXTERNAL_ID).isEmpty()
            && !source.toLowerCase(Locale.ROOT).startsWith(RESERVED);
    return new OwnIds(
        value(row, Column.USER_ID, UserId::new),
        value(row, Column.CLIENT_ID, ClientId::new),
        value(row, Column.PROJECT_ID, ProjectId::new),
        value(row, Column.TASK_ID, TaskId::new),
        value(row, Column.ENTITY_TYPE, text -> EntityType.valueOf(text.toUpperCase(Locale.ROOT))),
        value(row, Column.ENTITY_ID, ImportFormat.TIMELEDGER::plain),
        value(row, Column.TIMEZONE, ZoneId::of),
        external ? value(row, Column.EXTERNAL_SOURCE, ImportFormat.TIMELEDGER::plain) : null,
        external ? value(row, Column.EXTERNAL_ID, ImportFormat.TIMELEDGER::plain) : null);
  }

  private static <T> @Nullable T value(CsvRow row, Column column, Function<String, T> read)
      throws RowException {
    String text = row.get(column);
    try {
      return text.isEmpty() ? null : read.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new RowException(
          "invalid_" + column.wireName(), "\"%.40s\" is no %s.".formatted(text, column.spelled()));
    }
  }
}
