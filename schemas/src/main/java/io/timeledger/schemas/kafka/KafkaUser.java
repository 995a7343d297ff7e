package io.timeledger.schemas.kafka;

import static io.timeledger.schemas.kafka.Topic.ACTIVITIES;
import static io.timeledger.schemas.kafka.Topic.CALENDAR_BLOCKS;
import static io.timeledger.schemas.kafka.Topic.CALENDAR_COMMANDS;
import static io.timeledger.schemas.kafka.Topic.CALENDAR_MARKS;
import static io.timeledger.schemas.kafka.Topic.CALENDAR_REPLIES;
import static io.timeledger.schemas.kafka.Topic.COMMANDS;
import static io.timeledger.schemas.kafka.Topic.CONNECTION_TOKENS;
import static io.timeledger.schemas.kafka.Topic.EVENTS;
import static io.timeledger.schemas.kafka.Topic.LEDGER_DLQ;
import static io.timeledger.schemas.kafka.Topic.MEMBERS;
import static io.timeledger.schemas.kafka.Topic.REPLIES;
import static io.timeledger.schemas.kafka.Topic.REQUEST_INFO;
import static io.timeledger.schemas.kafka.Topic.ROLLUPS;
import static io.timeledger.schemas.kafka.Topic.SECRETS;
import static io.timeledger.schemas.kafka.Topic.TIMESHEETS;
import static io.timeledger.schemas.kafka.Topic.TOKENS;
import static io.timeledger.schemas.kafka.Topic.TOKEN_USAGE;
import static io.timeledger.schemas.kafka.Topic.WEBHOOK_COMMANDS;
import static io.timeledger.schemas.kafka.Topic.WEBHOOK_OUTCOMES;
import static io.timeledger.schemas.kafka.Topic.WEBHOOK_REPLIES;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// The Kafka users of a secured broker, each with the least rights that it needs.
public enum KafkaUser {
  INGEST_API(
      Set.of(REPLIES, WEBHOOK_REPLIES, CALENDAR_REPLIES, TOKENS, MEMBERS),
      Set.of(COMMANDS, ACTIVITIES, TOKEN_USAGE, WEBHOOK_COMMANDS, CALENDAR_COMMANDS)),
  /// Includes its operator commands, which create all topics.
  STREAMS_PROCESSOR(
      Set.of(COMMANDS, EVENTS, REPLIES, MEMBERS, REQUEST_INFO, TOKEN_USAGE, ACTIVITIES),
      Set.of(
          COMMANDS,
          EVENTS,
          REPLIES,
          TIMESHEETS,
          ROLLUPS,
          TOKENS,
          SECRETS,
          MEMBERS,
          REQUEST_INFO,
          LEDGER_DLQ)) {
    @Override
    Stream<AclBinding> more() {
      return Stream.of(
              Arrays.stream(Topic.values()).flatMap(this::provisioning),
              streams("timeledger-ledger"),
              streams("timeledger-views"),
              Stream.of(
                  allow(READ, ResourceType.GROUP, PREFIXED, "timeledger-projector"),
                  allow(DESCRIBE_CONFIGS, ResourceType.CLUSTER, LITERAL, Resource.CLUSTER_NAME)))
          .flatMap(acls -> acls);
    }

    private Stream<AclBinding> provisioning(Topic topic) {
      return Stream.of(CREATE, DESCRIBE, DESCRIBE_CONFIGS, ALTER_CONFIGS)
          .map(operation -> allow(operation, ResourceType.TOPIC, LITERAL, topic.topicName()));
    }

    /// Rights of every Streams application: its group, its transactions, its internal topics.
    private Stream<AclBinding> streams(String application) {
      return Stream.concat(
          Stream.of(
              allow(READ, ResourceType.GROUP, LITERAL, application),
              allow(DELETE, ResourceType.GROUP, LITERAL, application),
              allow(DESCRIBE, ResourceType.TRANSACTIONAL_ID, PREFIXED, application + "-"),
              allow(WRITE, ResourceType.TRANSACTIONAL_ID, PREFIXED, application + "-")),
          Stream.of(CREATE, DELETE, READ, WRITE, DESCRIBE_CONFIGS, ALTER_CONFIGS)
              .map(operation -> allow(operation, ResourceType.TOPIC, PREFIXED, application + "-")));
    }
  },
  WEBHOOK_DISPATCHER(
      Set.of(EVENTS, SECRETS, WEBHOOK_COMMANDS),
      Set.of(WEBHOOK_OUTCOMES, WEBHOOK_REPLIES, COMMANDS)) {
    @Override
    Stream<AclBinding> more() {
      return Stream.of(allow(READ, ResourceType.GROUP, LITERAL, "timeledger-webhooks"));
    }
  },
  CALENDAR_CONNECTOR(
      Set.of(EVENTS, SECRETS, CALENDAR_COMMANDS, CONNECTION_TOKENS, CALENDAR_MARKS),
      Set.of(CALENDAR_REPLIES, CONNECTION_TOKENS, CALENDAR_MARKS, CALENDAR_BLOCKS, COMMANDS)) {
    @Override
    Stream<AclBinding> more() {
      return Stream.of(allow(READ, ResourceType.GROUP, LITERAL, "timeledger-calendar"));
    }
  },
  /// The operator's own systems, which read all tenants.
  BI(publicTopics(), Set.of()) {
    @Override
    Stream<AclBinding> more() {
      return Stream.of(allow(READ, ResourceType.GROUP, PREFIXED, "bi-"));
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // sets of Set.of
  private final Set<Topic> reads;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Topic> writes;

  KafkaUser(Set<Topic> reads, Set<Topic> writes) {
    this.reads = reads;
    this.writes = writes;
  }

  public String userName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Set<Topic> reads() {
    return reads;
  }

  public Set<Topic> writes() {
    return writes;
  }

  /// All its rights; everything else is denied. Read and write imply describe; write also implies
  /// idempotent write.
  public List<AclBinding> acls() {
    return Stream.of(on(reads, READ), on(writes, WRITE), more()).flatMap(acls -> acls).toList();
  }

  Stream<AclBinding> more() {
    return Stream.empty();
  }

  AclBinding allow(
      AclOperation operation, ResourceType type, PatternType pattern, String resource) {
    return new AclBinding(
        new ResourcePattern(type, resource, pattern),
        new AccessControlEntry("User:" + userName(), "*", operation, AclPermissionType.ALLOW));
  }

  private Stream<AclBinding> on(Set<Topic> topics, AclOperation operation) {
    return topics.stream()
        .sorted()
        .map(topic -> allow(operation, ResourceType.TOPIC, LITERAL, topic.topicName()));
  }

  private static Set<Topic> publicTopics() {
    return Arrays.stream(Topic.values()).filter(Topic::isPublic).collect(toUnmodifiableSet());
  }
}
