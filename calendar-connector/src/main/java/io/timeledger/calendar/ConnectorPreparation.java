package io.timeledger.calendar;

import io.timeledger.calendar.postgres.CalendarSchema;

/// Migrates the database before its first use: once, by the first caller; after a failure the next
/// caller tries again.
final class ConnectorPreparation implements Runnable {
  private final CalendarSchema schema;
  private boolean done;

  ConnectorPreparation(CalendarSchema schema) {
    this.schema = schema;
  }

  @Override
  public synchronized void run() {
    if (!done) {
      schema.migrate();
      done = true;
    }
  }
}
