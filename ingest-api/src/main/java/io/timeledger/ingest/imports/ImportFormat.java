package io.timeledger.ingest.imports;

import static io.timeledger.ingest.imports.Column.BILLABLE;
import static io.timeledger.ingest.imports.Column.CLIENT;
import static io.timeledger.ingest.imports.Column.CLIENT_ID;
import static io.timeledger.ingest.imports.Column.DATE;
import static io.timeledger.ingest.imports.Column.DELETED_AT;
import static io.timeledger.ingest.imports.Column.DESCRIPTION;
import static io.timeledger.ingest.imports.Column.DURATION;
import static io.timeledger.ingest.imports.Column.DURATION_SECONDS;
import static io.timeledger.ingest.imports.Column.EMAIL;
import static io.timeledger.ingest.imports.Column.ENDED_AT;
import static io.timeledger.ingest.imports.Column.END_DATE;
import static io.timeledger.ingest.imports.Column.END_TIME;
import static io.timeledger.ingest.imports.Column.ENTITY_ID;
import static io.timeledger.ingest.imports.Column.ENTITY_TYPE;
import static io.timeledger.ingest.imports.Column.EXTERNAL_ID;
import static io.timeledger.ingest.imports.Column.EXTERNAL_SOURCE;
import static io.timeledger.ingest.imports.Column.FIRST_NAME;
import static io.timeledger.ingest.imports.Column.HOURS;
import static io.timeledger.ingest.imports.Column.LAST_NAME;
import static io.timeledger.ingest.imports.Column.PROJECT;
import static io.timeledger.ingest.imports.Column.PROJECT_ID;
import static io.timeledger.ingest.imports.Column.STARTED_AT;
import static io.timeledger.ingest.imports.Column.START_DATE;
import static io.timeledger.ingest.imports.Column.START_TIME;
import static io.timeledger.ingest.imports.Column.TAGS;
import static io.timeledger.ingest.imports.Column.TASK;
import static io.timeledger.ingest.imports.Column.TASK_ID;
import static io.timeledger.ingest.imports.Column.TIMEZONE;
import static io.timeledger.ingest.imports.Column.USER;
import static io.timeledger.ingest.imports.Column.USER_ID;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The supported export formats and their columns.
public enum ImportFormat {
  TOGGL,
  CLOCKIFY,
  /// Days and hours without clock times; members by name.
  HARVEST,
  /// Our own export of entries.
  TIMELEDGER;

  private static final Pattern MARKED = Pattern.compile("'+[=+\\-@\t\r\n]");
  private static final Set<Column> SPANS =
      Collections.unmodifiableSet(
          EnumSet.of(
              EMAIL,
              USER,
              CLIENT,
              PROJECT,
              TASK,
              DESCRIPTION,
              TAGS,
              BILLABLE,
              START_DATE,
              START_TIME,
              END_DATE,
              END_TIME,
              DURATION));
  private static final Set<Column> DAYS =
      Collections.unmodifiableSet(
          EnumSet.of(
              EMAIL,
              FIRST_NAME,
              LAST_NAME,
              CLIENT,
              PROJECT,
              TASK,
              DESCRIPTION,
              TAGS,
              BILLABLE,
              DATE,
              HOURS));

  private static final Set<Column> OWN =
      Collections.unmodifiableSet(
          EnumSet.of(
              EMAIL,
              USER,
              CLIENT,
              PROJECT,
              TASK,
              DESCRIPTION,
              TAGS,
              BILLABLE,
              DATE,
              USER_ID,
              CLIENT_ID,
              PROJECT_ID,
              TASK_ID,
              ENTITY_TYPE,
              ENTITY_ID,
              STARTED_AT,
              ENDED_AT,
              TIMEZONE,
              DURATION_SECONDS,
              EXTERNAL_SOURCE,
              EXTERNAL_ID,
              DELETED_AT));

  Set<Column> columns() {
    return switch (this) {
      case TOGGL, CLOCKIFY -> SPANS;
      case HARVEST -> DAYS;
      case TIMELEDGER -> OWN;
    };
  }

  /// Whether a file with these columns is unreadable without the given one.
  boolean needs(Column column, Set<Column> there) {
    return switch (this) {
      case TOGGL, CLOCKIFY ->
          switch (column) {
            case START_DATE, START_TIME -> true;
            case END_DATE, END_TIME -> !there.contains(DURATION);
            default -> false;
          };
      case HARVEST -> column == DATE || column == HOURS;
      case TIMELEDGER ->
          switch (column) {
            case USER_ID, DATE, STARTED_AT, ENDED_AT, DURATION_SECONDS -> true;
            default -> false;
          };
    };
  }

  /// The original text of a cell: our own export puts an apostrophe before text that a spreadsheet
  /// would take for a formula, and before text that already looks prefixed.
  String plain(String cell) {
    return this == TIMELEDGER && MARKED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }

  /// Also the external source of the imported entries.
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
