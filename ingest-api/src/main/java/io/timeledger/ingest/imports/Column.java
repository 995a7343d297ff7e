package io.timeledger.ingest.imports;

import java.util.Locale;

/// The columns that are read, by their names without case and without a unit in brackets.
enum Column {
  EMAIL(true),
  START_DATE(true),
  START_TIME(true),
  END_DATE(true),
  END_TIME(true),
  USER(false),
  CLIENT(false),
  PROJECT(false),
  TASK(false),
  DESCRIPTION(false),
  BILLABLE(false),
  TAGS(false);

  private final boolean needed;

  Column(boolean needed) {
    this.needed = needed;
  }

  boolean isNeeded() {
    return needed;
  }

  String header() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// As in `Start date (YYYY-MM-DD)`, which is `start date`.
  static String normalized(String header) {
    return header.replaceAll("\\(.*\\)", "").strip().toLowerCase(Locale.ROOT);
  }
}
