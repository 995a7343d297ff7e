package io.timeledger.ingest.imports;

import java.util.Locale;

/// The columns that are read, by their names without case, question mark and unit in brackets.
enum Column {
  EMAIL,
  START_DATE,
  START_TIME,
  END_DATE,
  END_TIME,
  DATE,
  HOURS,
  FIRST_NAME,
  LAST_NAME,
  USER,
  CLIENT,
  PROJECT,
  TASK,
  DESCRIPTION,
  NOTES,
  BILLABLE,
  TAGS;

  String header() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// As in `Start date (YYYY-MM-DD)`, which is `start date`, and `Billable?`.
  static String normalized(String header) {
    return header.replaceAll("\\(.*\\)|\\?", "").strip().toLowerCase(Locale.ROOT);
  }
}
