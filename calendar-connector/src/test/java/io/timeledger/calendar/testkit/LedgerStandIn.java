package io.timeledger.calendar.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.calendar.CalendarCommand;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.calendar.ChannelSecrets;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventAuthor;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.kafka.WorkspacePartitioner;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionBuilder;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.TimeEntryBuilder;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.secret.SealContext;
import io.timeledger.schemas.secret.Vault;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

/// Writes to the log what the ledger and the API would write.
public final class LedgerStandIn implements AutoCloseable {
  public static final UserId ANN = new UserId("u_ann");

  private static final EventAuthor AUTHOR = new EventAuthor(ANN, CommandOrigin.API);

  private final Producer<String, byte[]> producer;
  private final Vault vault;
  private final Map<WorkspaceId, AtomicLong> sequences = new ConcurrentHashMap<>();

  LedgerStandIn(String bootstrapServers, Vault vault) {
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

  /// As the API has them.
  public ChannelSecrets channelSecrets() {
    return new ChannelSecrets(vault);
  }

  public static WorkspaceId newWorkspace() {
    return new WorkspaceId("ws_" + UUID.randomUUID().toString().replace("-", ""));
  }

  /// Ann, in a zone.
  public void member(WorkspaceId workspace, String zone) {
    long sequence = next(workspace);
    publish(EventType.MEMBER_CREATED, workspace, ann(workspace, zone, sequence), sequence);
  }

  public void erase(WorkspaceId workspace) {
    long sequence = next(workspace);
    publish(EventType.MEMBER_ERASED, workspace, ann(workspace, "UTC", sequence), sequence);
  }

  /// A new connection of Ann's to an address.
  public Connection connect(WorkspaceId workspace, String url) {
    return connect(workspace, url, connection -> connection);
  }

  public Connection connect(
      WorkspaceId workspace, String url, UnaryOperator<ConnectionBuilder> change) {
    Instant now = Instant.now();
    Connection begun =
        new Connection(
            new ConnectionId("conn_" + UUID.randomUUID().toString().replace("-", "")),
            workspace,
            ANN,
            Provider.ICS,
            "Mine",
            ConnectionStatus.CONNECTING,
            null,
            null,
            false,
            Connection.DEFAULT_DAYS_BACK,
            Connection.DEFAULT_DAYS_AHEAD,
            now,
            now,
            0,
            0,
            null);
    Connection connection = put(change.apply(ConnectionBuilder.builder(begun)).build());
    address(connection, url);
    return connection;
  }

  /// The next version of a connection.
  public Connection put(Connection connection) {
    return put(EventType.CONNECTION_UPSERTED, connection);
  }

  public void disconnect(Connection connection) {
    put(EventType.CONNECTION_DELETED, connection.withDeletedAt(Instant.now()));
    send(Topic.SECRETS, RecordKeys.of(connection.workspaceId(), connection.id()), null, Map.of());
  }

  /// The sealed address of a connection.
  public void address(Connection connection, String url) {
    send(
        Topic.SECRETS,
        RecordKeys.of(connection.workspaceId(), connection.id()),
        TopicSerdes.CONNECTION_SECRETS
            .codec()
            .write(
                new ConnectionSecret(
                    connection.id(),
                    connection.workspaceId(),
                    connection.version(),
                    vault.seal(
                        url, SealContext.connection(connection.workspaceId(), connection.id())))),
        Map.of());
  }

  /// An entry that a block was converted to.
  public TimeEntry convert(
      WorkspaceId workspace, BlockId block, @Nullable Instant start, @Nullable Instant end) {
    return put(
        EventType.TIME_ENTRY_CREATED,
        entry(workspace, "te_" + block.value(), start, end)
            .withExternalSource("timeledger:calendar")
            .withExternalId(block.value()));
  }

  /// An entry without a block.
  public void entry(WorkspaceId workspace) {
    Instant now = Instant.parse("2026-04-29T10:00:00Z");
    put(
        EventType.TIME_ENTRY_CREATED,
        entry(workspace, "te_" + UUID.randomUUID(), now, now.plusSeconds(60)));
  }

  public TimeEntry put(EventType type, TimeEntry entry) {
    long sequence = next(entry.workspaceId());
    TimeEntry changed =
        TimeEntryBuilder.builder(entry).sequence(sequence).version(entry.version() + 1).build();
    publish(type, entry.workspaceId(), changed, sequence);
    return changed;
  }

  public void ask(WorkspaceId workspace, String commandId, CalendarCommand command) {
    ask(workspace, ANN, commandId, command);
  }

  public void ask(WorkspaceId workspace, UserId user, String commandId, CalendarCommand command) {
    CalendarEnvelope envelope =
        new CalendarEnvelope(
            commandId,
            workspace,
            new Actor(user, Set.of(), null, CommandOrigin.API),
            "hash",
            command);
    send(
        Topic.CALENDAR_COMMANDS,
        RecordKeys.of(workspace),
        TopicSerdes.CALENDAR_COMMANDS.codec().write(envelope),
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

  private Connection put(EventType type, Connection connection) {
    long sequence = next(connection.workspaceId());
    Connection changed =
        ConnectionBuilder.builder(connection)
            .sequence(sequence)
            .version(connection.version() + 1)
            .build();
    publish(type, connection.workspaceId(), changed, sequence);
    return changed;
  }

  private long next(WorkspaceId workspace) {
    return sequences.computeIfAbsent(workspace, _ -> new AtomicLong()).incrementAndGet();
  }

  private void publish(EventType type, WorkspaceId workspace, Resource data, long sequence) {
    Event event =
        new Event(
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
    send(Topic.EVENTS, RecordKeys.of(workspace), TopicSerdes.EVENTS.codec().write(event), Map.of());
  }

  private static Member ann(WorkspaceId workspace, String zone, long sequence) {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    return new Member(
        ANN,
        workspace,
        Role.MEMBER,
        ZoneId.of(zone),
        null,
        List.of(),
        true,
        now,
        now,
        (int) sequence,
        sequence);
  }

  private static TimeEntry entry(
      WorkspaceId workspace, String id, @Nullable Instant start, @Nullable Instant end) {
    Instant now = Instant.parse("2026-04-29T10:23:00Z");
    return TimeEntryBuilder.builder()
        .id(new EntryId(id))
        .workspaceId(workspace)
        .userId(ANN)
        .entityType(EntityType.INTERNAL)
        .tags(List.of())
        .billable(true)
        .timezone(ZoneId.of("UTC"))
        .startedAt(start)
        .endedAt(end)
        .logDate(start == null ? LocalDate.EPOCH : LocalDate.ofInstant(start, ZoneOffset.UTC))
        .durationSeconds(3600)
        .roundedSeconds(3600)
        .status(EntryStatus.DRAFT)
        .source(Source.CALENDAR)
        .hourlyRate(new BigDecimal("95.50"))
        .currency(Currency.getInstance("EUR"))
        .createdAt(now)
        .updatedAt(now)
        .version(0)
        .build();
  }
}
