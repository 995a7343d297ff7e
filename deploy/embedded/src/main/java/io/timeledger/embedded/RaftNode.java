package io.timeledger.embedded;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/// Kafka's own controller and broker in one, started like `KafkaRaftServer`, but with a step
/// between their starts: the controller unregisters the broker's previous incarnation.
///
/// After a kill, the controller takes the broker for alive and leading all partitions until its
/// session expires. The new broker relies on that and begins to end the transactions that the kill
/// interrupted. When the session expires, no partition has a leader for a moment; 4.3 takes such
/// partitions for deleted and skips their markers. The transaction is then over for its coordinator
/// but open forever in the partitions: read-committed consumers stop there, and a group whose
/// offsets were part of it never gets them again.
final class RaftNode {
  private static final int LIMIT_SECONDS = 30;
  private static final int PAUSE_MILLIS = 20;

  private final ControllerServer controller;
  private final BrokerServer broker;
  private final BrokerDoors doors;

  RaftNode(KafkaConfig config, BrokerDoors doors) {
    this.doors = doors;
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> folders =
        KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(RaftNode.class), "");
    String cluster = folders._1().clusterId().orElseThrow();
    SharedServer shared =
        new SharedServer(
            config,
            folders._1(),
            Time.SYSTEM,
            Server.initializeMetrics(config, Time.SYSTEM, cluster),
            CompletableFuture.completedFuture(
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
            QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
            new StandardFaultHandlerFactory(),
            ServerSocketFactory.INSTANCE);
    broker = new BrokerServer(shared);
    controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2());
  }

  void start() {
    controller.startup();
    forgetLastLife();
    if (doors instanceof BrokerDoors.Locked locked) {
      letIn(locked);
    }
    broker.startup();
    createInternalTopics();
  }

  private void forgetLastLife() {
    await("the controller was not elected", this::forgotten);
  }

  /// Whether the controller is elected and has no broker registered.
  private boolean forgotten() {
    try {
      get(controller.controller().unregisterBroker(asNobody(), BrokerSettings.NODE_ID));
      return true;
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case BrokerIdNotRegisteredException _ -> true;
        case NotControllerException _ -> false;
        case null, default -> throw new IllegalStateException("forget the last life", e);
      };
    }
  }

  /// Before the broker serves: it knows its users from the first connection on.
  private void letIn(BrokerDoors.Locked locked) {
    try {
      get(controller.controller().alterUserScramCredentials(asNobody(), locked.credentials()));
      get(controller.controller().createAcls(asNobody(), locked.acls()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("let users in", e);
    }
  }

  private void createInternalTopics() {
    if (InternalTopics.areKnown(broker)) {
      return;
    }
    try {
      // Existing topics stay unchanged.
      get(
          controller
              .controller()
              .createTopics(asNobody(), InternalTopics.request(), InternalTopics.names(), false));
    } catch (ExecutionException e) {
      throw new IllegalStateException("create internal topics", e);
    }
    await("the internal topics were not created", () -> InternalTopics.areKnown(broker));
  }

  private static ControllerRequestContext asNobody() {
    return new ControllerRequestContext(
        new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
  }

  private static void get(CompletableFuture<?> answer) throws ExecutionException {
    try {
      answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the controller does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void await(String otherwise, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(otherwise);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Broker first: it unregisters from the controller.
  void stop() {
    broker.shutdown();
    controller.shutdown();
    broker.awaitShutdown();
    controller.awaitShutdown();
  }
}
