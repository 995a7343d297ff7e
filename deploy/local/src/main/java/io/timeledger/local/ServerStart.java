package io.timeledger.local;

import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.EmbeddedPostgres;
import io.timeledger.local.Teardown.Stage;

/// Starts the broker and the database of a data folder concurrently. The caller must hold the
/// folder.
record ServerStart(DataFolder data, Teardown teardown, StartProgress progress) {

  ConcurrentPair<EmbeddedKafka, EmbeddedPostgres> run() throws Exception {
    RememberedPorts ports = new RememberedPorts(data.ports());
    return ConcurrentPair.of(
        () -> progress.of("Kafka", () -> kafka(ports)),
        () -> progress.of("PostgreSQL", () -> postgres(ports)));
  }

  private EmbeddedKafka kafka(RememberedPorts ports) {
    EmbeddedKafka.Config config =
        new EmbeddedKafka.Config(data.kafka(), ports.kafka()).locked(data.kafkaLogins());
    return teardown.add(Stage.KAFKA, EmbeddedKafka.start(config));
  }

  private EmbeddedPostgres postgres(RememberedPorts ports) {
    // a server left by a killed platform would hold the port
    EmbeddedPostgres.stopOrphan(data.postgres());
    EmbeddedPostgres.Config config = new EmbeddedPostgres.Config(data.postgres(), ports.postgres());
    return teardown.add(Stage.POSTGRES, EmbeddedPostgres.start(config));
  }
}
