package io.timeledger.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One Kafka broker (KRaft, its own controller) in this JVM, listening on 127.0.0.1 only.
///
/// Its folder is locked before Kafka sees it, formatted at the first start and kept at close; the
/// next start on it serves the same topics. Topics are never created automatically.
public final class EmbeddedKafka implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedKafka.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final RaftNode node;
  private final DataFolderLock lock;
  private final int port;

  /// The broker's data folder and port; port 0 picks a free one.
  ///
  /// @param advertisedPort that clients connect to; 0 is the port itself
  /// @param logins of its users; without, it requires no authentication
  public record Config(Path folder, int port, int advertisedPort, @Nullable KafkaLogins logins) {
    public Config(Path folder, int port) {
      this(folder, port, 0, null);
    }

    public static Config in(Path folder) {
      return new Config(folder, 0);
    }

    /// For a broker behind a proxy to its port.
    public Config advertised(int advertised) {
      return new Config(folder, port, advertised, logins);
    }

    /// For a broker that authenticates the platform's users and authorizes each by its ACLs.
    public Config locked(KafkaLogins users) {
      return new Config(folder, port, advertisedPort, users);
    }

    BrokerDoors doors() {
      return logins == null ? new BrokerDoors.Open() : new BrokerDoors.Locked(logins);
    }
  }

  private EmbeddedKafka(RaftNode node, DataFolderLock lock, int port) {
    this.node = node;
    this.lock = lock;
    this.port = port;
  }

  /// Returns when the broker serves.
  ///
  /// @throws DataFolderInUseException if a running process has the folder
  /// @throws PortInUseException if another process listens on the port
  public static EmbeddedKafka start(Config config) {
    DataFolderLock lock = DataFolderLock.acquire(config.folder());
    try {
      int port = LoopbackPort.require(config.port(), "Kafka");
      int advertised = config.advertisedPort() == 0 ? port : config.advertisedPort();
      Path logFolder = config.folder().toAbsolutePath().resolve("log");
      BrokerStorage.format(logFolder);
      BrokerDoors doors = config.doors();
      Map<String, Object> settings =
          BrokerSettings.of(logFolder, port, advertised, LoopbackPort.free(), doors);
      RaftNode node = new RaftNode(new KafkaConfig(settings, false), doors);
      startOrStop(node);
      log.info("kafka started port={} folder={}", port, config.folder());
      return new EmbeddedKafka(node, lock, port);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private static void startOrStop(RaftNode node) {
    try {
      node.start();
    } catch (RuntimeException | Error e) {
      node.stop();
      throw e;
    }
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  /// Stops cleanly; stops waiting after 5 s, so that a caller's own limit holds.
  @Override
  public void close() {
    Thread stopping = Thread.ofPlatform().daemon().name("embedded-kafka-stop").start(node::stop);
    try {
      if (stopping.join(CLOSE_LIMIT)) {
        lock.close();
        log.info("kafka stopped port={}", port);
      } else {
        // the folder stays locked: the broker may still be writing to it
        log.warn("kafka still stopping port={} waited={}", port, CLOSE_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
