package io.timeledger.webhooks;

import io.timeledger.webhooks.postgres.Schema;
import java.time.InstantSource;

/// Migrates the database before its first use: once, by the first caller; after a failure the next
/// caller tries again.
final class SchemaInitializer implements Runnable {
  private final Schema schema;
  private final InstantSource clock;
  private boolean done;

  SchemaInitializer(Schema schema, InstantSource clock) {
    this.schema = schema;
    this.clock = clock;
  }

  @Override
  public synchronized void run() {
    if (!done) {
      schema.migrate();
      schema.keepDays(clock.instant());
      done = true;
    }
  }
}
