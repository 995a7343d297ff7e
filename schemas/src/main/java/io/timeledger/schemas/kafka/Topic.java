package io.timeledger.schemas.kafka;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/// All topics that services share. An explicit step creates them, never their first use.
public enum Topic {
  COMMANDS("time.commands.v1", Cleanup.DELETE, Duration.ofDays(7), false),
  REPLIES("time.replies.v1", Cleanup.DELETE, Duration.ofHours(1), false),
  EVENTS("time.events.v1", Cleanup.DELETE, null, true),
  TIMESHEETS("time.timesheets.v1", Cleanup.COMPACT, null, true),
  ROLLUPS("time.rollups.v1", Cleanup.COMPACT, null, true),
  ACTIVITIES("time.activities.v1", Cleanup.DELETE, Duration.ofDays(90), true),
  TOKENS("time.tokens.v1", Cleanup.COMPACT, Duration.ofDays(7), false),
  MEMBERS("time.members.v1", Cleanup.COMPACT, Duration.ofDays(7), false),
  TOKEN_USAGE("time.token-usage.v1", Cleanup.COMPACT, Duration.ofDays(7), false),
  REQUEST_INFO("time.request-info.v1", Cleanup.DELETE, Duration.ofDays(400), false),
  /// Sealed secrets: signing secrets and custom headers of webhooks, and credentials of
  /// connections.
  SECRETS("time.secrets.v1", Cleanup.COMPACT, Duration.ofDays(1), false),
  WEBHOOK_COMMANDS("time.webhook-commands.v1", Cleanup.DELETE, Duration.ofDays(7), false),
  WEBHOOK_REPLIES("time.webhook-replies.v1", Cleanup.DELETE, Duration.ofHours(1), false),
  WEBHOOK_OUTCOMES("time.webhook-outcomes.v1", Cleanup.DELETE, Duration.ofDays(30), true),
  CALENDAR_COMMANDS("time.calendar-commands.v1", Cleanup.DELETE, Duration.ofDays(7), false),
  CALENDAR_REPLIES("time.calendar-replies.v1", Cleanup.DELETE, Duration.ofHours(1), false),
  /// Grants of connections, sealed.
  CONNECTION_TOKENS("time.connection-tokens.v1", Cleanup.COMPACT, Duration.ofDays(1), false),
  /// Dismissals of blocks.
  CALENDAR_MARKS("time.calendar-marks.v1", Cleanup.COMPACT, Duration.ofDays(1), false),
  CALENDAR_BLOCKS("time.calendar-blocks.v1", Cleanup.COMPACT, null, true),
  LEDGER_DLQ("ledger.dlq.v1", Cleanup.DELETE, Duration.ofDays(30), false);

  /// The largest record that commands, replies and the ledger's stores accept.
  public static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

  private static final int DLQ_PARTITIONS = 3;
  private static final int DLQ_HEADER_BYTES = 64 * 1024;

  private enum Cleanup {
    DELETE,
    COMPACT
  }

  private final String topicName;
  private final Cleanup cleanup;
  private final @Nullable Duration bound;
  private final boolean isPublic;

  /// @param bound how long records are kept or, when compacted, how long what was replaced stays in
  ///     any segment; null for no bound
  Topic(String topicName, Cleanup cleanup, @Nullable Duration bound, boolean isPublic) {
    this.topicName = topicName;
    this.cleanup = cleanup;
    this.bound = bound;
    this.isPublic = isPublic;
  }

  public String topicName() {
    return topicName;
  }

  /// Whether it is a stable contract for the operator's own systems.
  public boolean isPublic() {
    return isPublic;
  }

  /// @param shared the platform's partition count, equal on all co-partitioned topics
  public int partitions(int shared) {
    return this == LEDGER_DLQ ? DLQ_PARTITIONS : shared;
  }

  public NewTopic declaration(int sharedPartitions, short replicationFactor) {
    return new NewTopic(topicName, partitions(sharedPartitions), replicationFactor)
        .configs(configs(replicationFactor));
  }

  public static List<NewTopic> declarations(int sharedPartitions, short replicationFactor) {
    return Arrays.stream(values())
        .map(topic -> topic.declaration(sharedPartitions, replicationFactor))
        .toList();
  }

  /// Makes acknowledged records survive the loss of a broker, if there are replicas: each is on at
  /// least two disks. Also for topics that Kafka Streams creates.
  public static Map<String, String> durability(short replicationFactor) {
    return replicationFactor >= 3 ? Map.of(MIN_IN_SYNC_REPLICAS_CONFIG, "2") : Map.of();
  }

  private static Duration segment(Duration retention) {
    Duration day = Duration.ofDays(1);
    return retention.compareTo(day) > 0 ? day : retention.dividedBy(4);
  }

  private Map<String, String> configs(short replicationFactor) {
    Map<String, String> configs = new HashMap<>(durability(replicationFactor));
    // A dead letter is the original record plus headers with the reason.
    int room = this == LEDGER_DLQ ? DLQ_HEADER_BYTES : 0;
    configs.put(MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES + room));
    if (cleanup == Cleanup.COMPACT) {
      configs.put(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT);
      if (bound != null) {
        // Erased and revoked data goes from every segment.
        configs.put(MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(bound.toMillis()));
      }
    } else {
      configs.put(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE);
      configs.put(RETENTION_MS_CONFIG, bound == null ? "-1" : Long.toString(bound.toMillis()));
      if (bound != null) {
        // Retention deletes closed segments only, and by default a segment closes after a week.
        configs.put(SEGMENT_MS_CONFIG, Long.toString(segment(bound).toMillis()));
      }
    }
    if (this == COMMANDS) {
      // The broker's time is the ledger's "now"; a client's clock cannot expire anything.
      configs.put(MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    }
    return Map.copyOf(configs);
  }
}
