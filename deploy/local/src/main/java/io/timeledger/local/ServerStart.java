package io.timeledger.local;

import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.EmbeddedPostgres;
import io.timeledger.embedded.PortInUseException;
import io.timeledger.local.Teardown.Stage;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

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
    return onPort(
        ports::kafka,
        port -> {
          EmbeddedKafka.Config config = new EmbeddedKafka.Config(data.kafka(), port);
          return teardown.add(Stage.KAFKA, EmbeddedKafka.start(config.locked(data.kafkaLogins())));
        });
  }

  private EmbeddedPostgres postgres(RememberedPorts ports) {
    // a server left by a killed platform would hold the port
    EmbeddedPostgres.stopOrphan(data.postgres());
    return onPort(
        ports::postgres,
        port ->
            teardown.add(
                Stage.POSTGRES,
                EmbeddedPostgres.start(new EmbeddedPostgres.Config(data.postgres(), port))));
  }

  // a client's own socket may take the port between the look and the bind; the second look finds
  // another one
  static <T> T onPort(IntSupplier port, IntFunction<T> start) {
    try {
      return start.apply(port.getAsInt());
    } catch (PortInUseException e) {
      return start.apply(port.getAsInt());
    }
  }
}
