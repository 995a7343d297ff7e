package io.timeledger.webhooks.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventAuthor;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.HeaderNames;
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
import io.timeledger.schemas.resource.WebhookBuilder;
import io.timeledger.schemas.resource.WebhookFilter;
import io.timeledger.schemas.restricted.SealedSecret;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.schemas.secret.SealContext;
import io.timeledger.schemas.secret.Vault;
import io.timeledger.schemas.webhook.DispatchCommand;
import io.timeledger.schemas.webhook.DispatchEnvelope;
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
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Writes to the log what the ledger would write.
public final class TestLog implements AutoCloseable {
  /// The signing secret of every webhook, unless another is given.
  public static final String SECRET = "whsec_ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=";

  private static final UserId ANN = new UserId("u_ann");
  private static final EventAuthor AUTHOR = new EventAuthor(ANN, CommandOrigin.API);

  private final Producer<String, byte[]> producer;
  private final Vault vault;
  private final Map<WorkspaceId, AtomicLong> sequences = new ConcurrentHashMap<>();

  TestLog(String bootstrapServers, Vault vault) {
    this.vault = vault;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.PARTITIONER_CLASS_CONFIG, WorkspacePartitioner.class,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
  }

  public static WorkspaceId newWorkspace() {
    return new WorkspaceId("ws_" + UUID.randomUUID().toString().replace("-", ""));
  }

  /// A webhook for everything about time, with its secret.
  public Webhook subscribe(WorkspaceId workspace, String url) {
    return subscribe(workspace, url, builder -> builder);
  }

  public Webhook subscribe(
      WorkspaceId workspace, String url, UnaryOperator<WebhookBuilder> change) {
    Webhook webhook = put(change.apply(WebhookBuilder.builder(webhook(workspace, url))).build());
    secrets(webhook, List.of(SECRET));
    return webhook;
  }

  /// The next version of a webhook.
  public Webhook put(Webhook webhook) {
    return webhookEvent(EventType.WEBHOOK_UPSERTED, webhook);
  }

  public Webhook delete(Webhook webhook) {
    return webhookEvent(EventType.WEBHOOK_DELETED, webhook.withDeletedAt(Instant.now()));
  }

  /// Sealed secrets of a webhook, the oldest first; the last is primary.
  public void secrets(Webhook webhook, List<String> texts) {
    SealContext context = SealContext.secret(webhook.workspaceId(), webhook.id());
    List<SealedSecret> sealed =
        java.util.stream.IntStream.range(0, texts.size())
            .mapToObj(i -> new SealedSecret(key(i + 1, i == 0), vault.seal(texts.get(i), context)))
            .toList();
    send(
        Topic.SECRETS,
        RecordKeys.of(webhook.workspaceId(), webhook.id()),
        TopicSerdes.SECRETS
            .codec()
            .write(
                new WebhookSecrets(
                    webhook.id(), webhook.workspaceId(), webhook.version(), sealed, List.of())),
        Map.of());
  }

  /// An entry was created.
  ///
  /// @return the id of the event
  public String entry(WorkspaceId workspace, String description) {
    return entry(workspace, description, Map.of());
  }

  /// As [#entry(WorkspaceId, String)], in a trace.
  public String entry(WorkspaceId workspace, String description, String traceparent) {
    return entry(workspace, description, Map.of("traceparent", traceparent));
  }

  private String entry(WorkspaceId workspace, String description, Map<String, String> headers) {
    long sequence = next(workspace);
    Event event =
        event(
            workspace,
            EventType.TIME_ENTRY_CREATED,
            entry(workspace, description, sequence),
            sequence);
    publish(event, headers);
    return event.id();
  }

  public void publish(Event event) {
    publish(event, Map.of());
  }

  private void publish(Event event, Map<String, String> headers) {
    send(
        Topic.EVENTS,
        RecordKeys.of(event.workspaceId()),
        TopicSerdes.EVENTS.codec().write(event),
        headers);
  }

  public void ask(WorkspaceId workspace, String commandId, DispatchCommand command) {
    DispatchEnvelope envelope =
        new DispatchEnvelope(
            commandId,
            workspace,
            new Actor(ANN, Set.of(), null, CommandOrigin.API),
            "hash",
            command);
    send(
        Topic.WEBHOOK_COMMANDS,
        RecordKeys.of(workspace),
        TopicSerdes.WEBHOOK_COMMANDS.codec().write(envelope),
        Map.of(HeaderNames.COMMAND_ID, commandId, HeaderNames.API_INSTANCE, "api-1"));
  }

  public void send(Topic topic, String key, byte @Nullable [] value, Map<String, String> headers) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.topicName(), key, value);
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    Future<RecordMetadata> _ = producer.send(record);
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }

  private long next(WorkspaceId workspace) {
    return sequences.computeIfAbsent(workspace, _ -> new AtomicLong()).incrementAndGet();
  }

  private Webhook webhookEvent(EventType type, Webhook webhook) {
    long sequence = next(webhook.workspaceId());
    Webhook changed =
        WebhookBuilder.builder(webhook).sequence(sequence).version(webhook.version() + 1).build();
    publish(event(webhook.workspaceId(), type, changed, sequence));
    return changed;
  }

  /// An event that is on no log yet.
  public static Event event(WorkspaceId workspace, EventType type, Resource data, long sequence) {
    return new Event(
        "evt_" + UUID.randomUUID().toString().replace("-", "").substring(0, 26),
        type,
        workspace,
        data,
        Instant.now(),
        sequence,
        null,
        AUTHOR,
        "cmd_" + sequence,
        Event.GENESIS,
        Event.GENESIS);
  }

  private static SigningSecretInfo key(int seq, boolean primary) {
    return new SigningSecretInfo(
        seq, primary ? SecretRole.PRIMARY : SecretRole.SECONDARY, Instant.now(), null);
  }

  /// A webhook for everything, that is on no log yet.
  public static Webhook webhook(WorkspaceId workspace, String url) {
    Instant now = Instant.now();
    return new Webhook(
        new WebhookId("wh_" + UUID.randomUUID().toString().replace("-", "").substring(0, 26)),
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
        List.of(key(1, true)),
        ANN,
        now,
        now,
        0,
        0,
        null);
  }

  public static TimeEntry entry(WorkspaceId workspace, String description, long sequence) {
    Instant now = Instant.parse("2026-04-29T10:23:00Z");
    return TimeEntryBuilder.builder()
        .id(new EntryId("te_" + sequence))
        .workspaceId(workspace)
        .userId(ANN)
        .entityType(EntityType.INTERNAL)
        .description(description)
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
