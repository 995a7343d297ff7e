package io.timeledger.calendar;

import io.timeledger.calendar.postgres.CalendarSchema;

/// Migrates the database before its first use. Only the first call does it; after a failure the
/// next call retries.
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
