package io.timeledger.webhooks;

import io.timeledger.webhooks.postgres.Schema;
import java.time.InstantSource;

/// Makes the database fit before anything else touches it: once, by whoever comes first; tried
/// anew by the next one if it failed.
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
