package io.timeledger.harness.webhook;

import io.timeledger.harness.Cluster;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventAuthor;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.kafka.WorkspacePartitioner;
import io.timeledger.schemas.resource.DeliveryOrder;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.PayloadFormat;
import io.timeledger.schemas.resource.PayloadMode;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.SecretRole;
import io.timeledger.schemas.resource.SigningSecretInfo;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.TimeEntryBuilder;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.resource.WebhookFilter;
import io.timeledger.schemas.restricted.SealedSecret;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.schemas.secret.SealContext;
import io.timeledger.schemas.secret.Vault;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Writes the ledger's records to the log: webhooks with their secrets, and entries. Blocks while
/// the broker is down. Thread-safe.
public final class HookLog implements AutoCloseable {
  private static final String SECRET = "whsec_ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=";
  private static final UserId ANN = new UserId("u_ann");
  private static final EventAuthor AUTHOR = new EventAuthor(ANN, CommandOrigin.API);
  private static final int PATIENCE_MILLIS = 180_000;

  private final Producer<String, byte[]> producer;
  private final Vault vault;
  private final Map<WorkspaceId, AtomicLong> sequences = new ConcurrentHashMap<>();

  public HookLog(Cluster cluster) {
    this.vault = cluster.vault();
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                cluster.bootstrapServers(),
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                WorkspacePartitioner.class,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
  }

  /// Creates a workspace with one webhook for all events.
  public WorkspaceId subscriber(String url) {
    WorkspaceId workspace = new WorkspaceId("ws_" + random(32));
    Webhook webhook = webhook(workspace, url);
    append(workspace, EventType.WEBHOOK_UPSERTED, _ -> webhook);
    SealContext context = SealContext.secret(workspace, webhook.id());
    send(
        Topic.SECRETS,
        RecordKeys.of(workspace, webhook.id()),
        TopicSerdes.SECRETS
            .codec()
            .write(
                new WebhookSecrets(
                    webhook.id(),
                    workspace,
                    webhook.version(),
                    List.of(new SealedSecret(key(), vault.seal(SECRET, context))),
                    List.of())));
    producer.flush();
    return workspace;
  }

  /// Publishes the creation of an entry.
  ///
  /// @return the id of the event, which is sent asynchronously
  public String entry(WorkspaceId workspace) {
    return append(workspace, EventType.TIME_ENTRY_CREATED, sequence -> entry(workspace, sequence));
  }

  @Override
  public void close() {
    producer.close();
  }

  private String append(
      WorkspaceId workspace,
      EventType type,
      java.util.function.LongFunction<? extends Resource> data) {
    AtomicLong last = sequences.computeIfAbsent(workspace, _ -> new AtomicLong());
    synchronized (last) {
      long sequence = last.incrementAndGet();
      Event event =
          new Event(
              "evt_" + random(26),
              type,
              workspace,
              data.apply(sequence),
              Instant.now(),
              sequence,
              null,
              AUTHOR,
              "cmd_" + sequence,
              Event.GENESIS,
              Event.GENESIS);
      send(Topic.EVENTS, RecordKeys.of(workspace), TopicSerdes.EVENTS.codec().write(event));
      return event.id();
    }
  }

  private void send(Topic topic, String key, byte[] value) {
    var _ = producer.send(new ProducerRecord<>(topic.topicName(), key, value));
  }

  private static String random(int length) {
    return UUID.randomUUID().toString().replace("-", "").substring(0, length);
  }

  private static SigningSecretInfo key() {
    return new SigningSecretInfo(1, SecretRole.PRIMARY, Instant.now(), null);
  }

  private static Webhook webhook(WorkspaceId workspace, String url) {
    Instant now = Instant.now();
    return new Webhook(
        new WebhookId("wh_" + random(26)),
        workspace,
        url,
        null,
        List.of("*"),
        true,
        null,
        null,
        Webhook.DEFAULT_RETRY_DELAYS,
        PayloadMode.FULL,
        PayloadFormat.STANDARD,
        DeliveryOrder.NONE,
        Set.of(),
        Webhook.DEFAULT_MAX_IN_FLIGHT,
        null,
        List.of(),
        WebhookFilter.ALL,
        List.of(key()),
        ANN,
        now,
        now,
        1,
        1,
        null);
  }

  private static TimeEntry entry(WorkspaceId workspace, long sequence) {
    Instant now = Instant.parse("2026-04-29T10:23:00Z");
    return TimeEntryBuilder.builder()
        .id(new EntryId("te_" + sequence))
        .workspaceId(workspace)
        .userId(ANN)
        .entityType(EntityType.INTERNAL)
        .description("Checkout page, entry " + sequence)
        .tags(List.of())
        .billable(true)
        .timezone(ZoneId.of("UTC"))
        .logDate(LocalDate.parse("2026-04-29"))
        .durationSeconds(5400)
        .roundedSeconds(5400)
        .status(EntryStatus.DRAFT)
        .source(Source.API)
        .hourlyRate(new BigDecimal("95.50"))
        .costRate(new BigDecimal("40"))
        .currency(Currency.getInstance("EUR"))
        .createdAt(now)
        .updatedAt(now)
        .version(1)
        .sequence(sequence)
        .build();
  }
}
