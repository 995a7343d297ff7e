package io.timeledger.harness;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateAclsOptions;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;

/// Queries the brokers' state. Without an answer within seconds, results are empty or false.
public final class LogAdmin implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 5;
  private static final int TOPICS_SECONDS = 60;

  private final int brokers;
  private final Admin admin;

  /// @param client settings with all rights
  LogAdmin(Map<String, Object> client, int brokers) {
    this.brokers = brokers;
    Map<String, Object> impatient = new HashMap<>(client);
    impatient.put("request.timeout.ms", 2000);
    impatient.put("default.api.timeout.ms", 1000 * PATIENCE_SECONDS);
    impatient.put("reconnect.backoff.max.ms", 500);
    this.admin = Admin.create(impatient);
  }

  /// An open transaction.
  ///
  /// @param id its transactional id
  /// @param coordinator number of its coordinating broker
  /// @param leaders numbers of the brokers that lead partitions of it, by partition
  public record OpenTransaction(String id, int coordinator, Map<TopicPartition, Integer> leaders) {}

  /// Creates topics.
  void create(Collection<NewTopic> topics) {
    require(
        "topics",
        admin
            .createTopics(topics, new CreateTopicsOptions().timeoutMs(1000 * TOPICS_SECONDS))
            .all());
  }

  /// Creates permissions.
  void grant(Collection<AclBinding> acls) {
    require(
        "permissions",
        admin.createAcls(acls, new CreateAclsOptions().timeoutMs(1000 * TOPICS_SECONDS)).all());
  }

  private static void require(String what, KafkaFuture<?> created) {
    try {
      var _ = created.get(TOPICS_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Whether all replicas of every broker are in sync.
  boolean areAllInSync() {
    return brokers == 1
        || topics().filter(all -> all.stream().allMatch(this::isInSync)).isPresent();
  }

  private boolean isInSync(TopicDescription topic) {
    return topic.partitions().stream()
        .allMatch(partition -> partition.isr().size() == partition.replicas().size());
  }

  /// Rebalances leadership: a broker that was away leads nothing, so a fault of it would then
  /// have no effect.
  void spreadLeaders() {
    if (brokers > 1) {
      answer(admin.electLeaders(ElectionType.PREFERRED, null).partitions());
    }
  }

  /// An open transaction whose transactional id has this prefix.
  public Optional<OpenTransaction> openTransaction(String idPrefix) {
    ListTransactionsOptions open =
        new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
    return answer(admin.listTransactions(open).all()).orElse(List.of()).stream()
        .map(TransactionListing::transactionalId)
        .filter(id -> id.startsWith(idPrefix))
        .flatMap(id -> described(id).stream())
        .findFirst();
  }

  private Optional<OpenTransaction> described(String id) {
    return answer(admin.describeTransactions(List.of(id)).description(id))
        .filter(open -> open.state() == TransactionState.ONGOING)
        .filter(open -> !open.topicPartitions().isEmpty())
        .map(open -> new OpenTransaction(id, open.coordinatorId(), leaders(open)));
  }

  private Map<TopicPartition, Integer> leaders(TransactionDescription open) {
    Set<String> names =
        open.topicPartitions().stream().map(TopicPartition::topic).collect(Collectors.toSet());
    Map<TopicPartition, Integer> leaders = new HashMap<>();
    answer(admin.describeTopics(names).allTopicNames())
        .orElse(Map.of())
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(
                        info -> {
                          TopicPartition partition = new TopicPartition(name, info.partition());
                          Node leader = info.leader();
                          if (leader != null && open.topicPartitions().contains(partition)) {
                            leaders.put(partition, leader.id());
                          }
                        }));
    return leaders;
  }

  private Optional<Collection<TopicDescription>> topics() {
    return answer(admin.listTopics(new ListTopicsOptions().listInternal(true)).names())
        .flatMap(names -> answer(admin.describeTopics(names).allTopicNames()))
        .map(Map::values);
  }

  private static <T> Optional<T> answer(KafkaFuture<T> future) {
    try {
      return Optional.of(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(2));
  }
}
