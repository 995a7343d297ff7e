package io.timeledger.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One broker of a [BrokerCluster] in this JVM, as Kafka's own start script runs it.
///
/// Its folder is locked before Kafka sees it, formatted at the first start and kept at close.
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);

  private final KafkaRaftServer server;
  private final DataFolderLock lock;
  private final String number;

  private EmbeddedBroker(KafkaRaftServer server, DataFolderLock lock, String number) {
    this.server = server;
    this.lock = lock;
    this.number = number;
  }

  /// Returns when the broker serves, which requires a majority of its cluster.
  ///
  /// @param folder that its settings name, or one above it
  /// @param clusterId the same for all brokers of the cluster
  /// @param settings from [BrokerCluster#settings]
  /// @param logins of the cluster's users, if it has any
  /// @throws DataFolderInUseException if a running process has the folder
  public static EmbeddedBroker start(
      Path folder, String clusterId, Map<String, String> settings, Optional<KafkaLogins> logins) {
    var lock = DataFolderLock.acquire(folder);
    try {
      var number = Objects.requireNonNull(settings.get("node.id"), "node.id");
      BrokerStorage.format(
          Path.of(Objects.requireNonNull(settings.get("log.dirs"), "log.dirs")),
          clusterId,
          Integer.parseInt(number),
          logins.map(KafkaLogins::scramArguments).orElseGet(List::of));
      var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
      server.startup();
      log.info("broker started number={} folder={}", number, folder);
      return new EmbeddedBroker(server, lock, number);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /// Stops cleanly, handing over its partitions. Stops waiting after 20 s, as happens without a
  /// majority in its cluster.
  @Override
  public void close() {
    var stopping = Thread.ofPlatform().daemon().name("embedded-broker-stop").start(this::stop);
    try {
      if (stopping.join(CLOSE_LIMIT)) {
        lock.close();
        log.info("broker stopped number={}", number);
      } else {
        log.warn("broker still stopping number={} waited={}", number, CLOSE_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    server.shutdown();
    server.awaitShutdown();
  }
}
