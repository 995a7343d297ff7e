package io.timeledger.ingest.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whose export a file is, and the columns that every file of theirs has. Toggl and Clockify name
/// them alike but for case, which does not matter.
public enum ImportFormat {
  TOGGL,
  CLOCKIFY,
  /// Days and hours, without clock times, and members by name.
  HARVEST;

  boolean needs(Column column) {
    return switch (this) {
      case TOGGL, CLOCKIFY ->
          switch (column) {
            case EMAIL, START_DATE, START_TIME, END_DATE, END_TIME -> true;
            default -> false;
          };
      case HARVEST ->
          switch (column) {
            case DATE, HOURS, FIRST_NAME, LAST_NAME -> true;
            default -> false;
          };
    };
  }

  /// Also the external source of what is imported.
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
