package io.timeledger.streams.ledger.kafka;

import static io.timeledger.streams.ledger.Commands.edit;
import static io.timeledger.streams.ledger.Commands.start;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timeledger.runtime.Tracing;
import io.timeledger.schemas.command.AccessCommand.CreateWorkspace;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.ConnectionCommand.ConnectCalendar;
import io.timeledger.schemas.command.ConnectionCommand.Disconnect;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.ReplyCodec;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.RequestInfo;
import io.timeledger.schemas.restricted.SealedText;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The ledger as a topology, without a broker.
class LedgerTopologyTest {
  private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws");
  private static final UserId OWNER = new UserId("u_owner");

  private final TopologyTestDriver driver =
      new TopologyTestDriver(
          LedgerTopology.build(Tracing.none(), new SimpleMeterRegistry()), new Properties(), NOW);
  private final TestInputTopic<@Nullable String, byte[]> commands =
      driver.createInputTopic(
          Topic.COMMANDS.topicName(), new StringSerializer(), new ByteArraySerializer());

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void goesOnAfterARecordWithoutKeyOrWorkspace() {
    RecordHeaders headers = new RecordHeaders();
    headers.add(HeaderNames.COMMAND_ID, "c".getBytes(UTF_8));
    RecordHeaders empty = new RecordHeaders();
    empty.add(HeaderNames.COMMAND_ID, null);

    commands.pipeInput(new TestRecord<>(null, "{}".getBytes(UTF_8), headers, NOW));
    commands.pipeInput(new TestRecord<>("a/b", "{}".getBytes(UTF_8), headers, NOW));
    commands.pipeInput(new TestRecord<>("ws", "{}".getBytes(UTF_8), empty, NOW));
    createWorkspace();

    assertThat(read(Topic.LEDGER_DLQ)).hasSize(3);
    assertThat(read(Topic.REPLIES))
        .singleElement()
        .satisfies(reply -> assertThat(reply(reply).isAccepted()).isTrue());
  }

  @Test
  void tellsOfARunawayOnceAndNotBeforeTheBrokersClockMustAgree() {
    createWorkspace();
    TimeEntry running = startedAt(NOW.minus(Duration.ofHours(12)).plusSeconds(27));

    assertThat(eventsAfter(Duration.ofSeconds(30))).isEmpty();
    assertThat(eventsAfter(Duration.ofSeconds(30))).containsExactly("timer.runaway");
    assertThat(eventsAfter(Duration.ofMinutes(5))).isEmpty();
    send(
        "edit",
        edit(running, b -> b.startedAt(Patch.of(NOW.minus(Duration.ofHours(13))))),
        NOW.plusSeconds(360));
    assertThat(eventsAfter(Duration.ofMinutes(1))).containsExactly("time_entry.updated");
  }

  @Test
  void writesWhatOpensAConnectionBesideItsEventAndRemovesItAgain() {
    createWorkspace();
    ConnectionId id = new ConnectionId("conn_1");
    SealedText address = new SealedText("k1", "c2VhbGVk");
    send("connect", new ConnectCalendar(id, Provider.ICS, "Work", address), NOW);
    send("disconnect", new Disconnect(id, null), NOW);

    List<KeyValue<String, byte[]>> secrets =
        driver
            .createOutputTopic(
                Topic.SECRETS.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
            .readKeyValuesToList();

    assertThat(secrets).extracting(secret -> secret.key).containsOnly("ws/conn_1").hasSize(2);
    assertThat(TopicSerdes.CONNECTION_SECRETS.codec().read(secrets.getFirst().value))
        .isEqualTo(new ConnectionSecret(id, WORKSPACE, 1, address));
    assertThat(secrets.getLast().value).isNull();
    assertThat(read(Topic.EVENTS))
        .noneMatch(event -> new String(event, UTF_8).contains(address.ciphertext()));
  }

  private TimeEntry startedAt(Instant start) {
    read(Topic.EVENTS);
    send("start", start(b -> b.startedAt(start)), NOW);
    Event started = new EventCodec().read(read(Topic.EVENTS).getFirst());
    return (TimeEntry) started.data();
  }

  private List<String> eventsAfter(Duration time) {
    driver.advanceWallClockTime(time);
    return read(Topic.EVENTS).stream()
        .map(event -> new EventCodec().read(event).type().wireName())
        .toList();
  }

  private void createWorkspace() {
    send(
        new CommandEnvelope(
            "create",
            WORKSPACE,
            new Actor(
                new UserId("operator"),
                EnumSet.noneOf(Permission.class),
                null,
                CommandOrigin.OPERATOR),
            "",
            RequestInfo.NONE,
            new CreateWorkspace(
                "W", OWNER, null, null, null, new TokenId("tok_1"), "0".repeat(64))),
        NOW);
  }

  private void send(String id, Command command, Instant at) {
    send(
        new CommandEnvelope(
            id,
            WORKSPACE,
            new Actor(OWNER, EnumSet.allOf(Permission.class), null, CommandOrigin.API),
            "",
            RequestInfo.NONE,
            command),
        at);
  }

  private void send(CommandEnvelope command, Instant at) {
    commands.pipeInput(
        new TestRecord<>(
            command.workspaceId().value(), new CommandCodec().write(command), null, at));
  }

  private List<byte[]> read(Topic topic) {
    return driver
        .createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readValuesToList();
  }

  private static Reply reply(byte[] bytes) {
    return new ReplyCodec().read(bytes);
  }
}
