package io.timeledger.streams.ledger.kafka;

import static io.timeledger.streams.ledger.Commands.clock;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.runtime.Tracing;
import io.timeledger.runtime.kafka.KafkaConnection;
import io.timeledger.schemas.command.AccessCommand.CreateWorkspace;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.Seal;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.restricted.RequestInfo;
import io.timeledger.streams.kafka.Provisioning;
import io.timeledger.streams.kafka.StreamsApp;
import io.timeledger.streams.kafka.StreamsGroup;
import io.timeledger.streams.platform.PlatformProperties;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerIT {
  private static final UserId OWNER = new UserId("u_owner");

  private PlatformProperties platform;
  private LedgerClient client;
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private StreamsApp ledger;

  @BeforeAll
  void start(@TempDir Path stateDir) {
    String servers = TestPlatform.shared().bootstrapServers();
    platform =
        new PlatformProperties(KafkaConnection.to(servers), 4, (short) 1, true, stateDir, "it", 0);
    Provisioning provisioning = new Provisioning(platform);
    provisioning.createMissing();
    provisioning.check();
    ledger = new LedgerConfiguration().ledger(platform, Tracing.none(), meters);
    ledger.start();
    client = new LedgerClient(servers);
  }

  @AfterAll
  void stop() {
    client.close();
    ledger.stop();
  }

  @Test
  void answersADuplicateCommandWithTheFirstReplyAlsoAfterARestart() {
    WorkspaceId workspace = workspace("ws_duplicate");
    CommandEnvelope create = command(workspace, "dup", "hash", entry());
    client.send(create);
    client.send(create);
    List<Reply> replies = client.replies(2);
    long events = eventsOf(workspace).size();

    ledger.stop();
    ledger = new LedgerConfiguration().ledger(platform, Tracing.none(), meters);
    ledger.start();
    client.send(create);

    assertThat(replies.get(0).isAccepted()).isTrue();
    assertThat(replies.get(1)).isEqualTo(replies.get(0));
    assertThat(client.replies(1)).containsExactly(replies.get(0));
    assertThat(eventsOf(workspace)).hasSize((int) events);
  }

  @Test
  void goesOnAfterTheLastDecidedCommandWhenKafkaLostItsOffsets() throws Exception {
    WorkspaceId workspace = workspace("ws_lost_offsets");
    for (int i = 0; i < 10; i++) {
      client.send(command(workspace, "lost-" + i, "", entry()));
    }
    Reply last = client.replies(10).getLast();
    int events = eventsOf(workspace).size();
    ledger.stop();
    client.send(command(workspace, "lost-9", "", entry()));
    client.send(command(workspace, "waiting", "", entry()));
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", platform.kafka().bootstrapServers()))) {
      admin
          .deleteConsumerGroups(List.of(StreamsGroup.LEDGER.applicationId()))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
    Provisioning provisioning = new Provisioning(platform);
    assertThatThrownBy(provisioning::check)
        .hasMessageContaining("group timeledger-ledger has no valid committed offset")
        .hasMessageContaining("streams-processor recover-offsets");

    assertThat(new OffsetsRecovery(platform).run()).isNotEmpty();

    assertThat(new OffsetsRecovery(platform).run()).isEmpty();
    provisioning.check();
    ledger = new LedgerConfiguration().ledger(platform, Tracing.none(), meters);
    ledger.start();
    List<Reply> replies = client.replies(2);
    assertThat(replies.getFirst()).isEqualTo(last);
    assertThat(replies.getLast().isAccepted()).isTrue();
    assertThat(eventsOf(workspace)).hasSize(events + 1);
  }

  @Test
  void refusesAKeyThatComesBackWithAnotherBody() {
    WorkspaceId workspace = workspace("ws_reused");
    client.send(command(workspace, "key", "one", entry()));
    client.send(command(workspace, "key", "two", entry()));

    List<Reply> replies = client.replies(2);

    assertThat(Objects.requireNonNull(replies.get(1).problem()).code())
        .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void answersAndDeadLettersWhatItCannotRead() {
    client.send("ws_poison", "poison-1", "{\"nonsense\":".getBytes(UTF_8));
    client.send("ws_poison", "poison-2", new byte[] {0, (byte) 0xff});

    List<Reply> replies = client.replies(2);

    assertThat(replies)
        .allSatisfy(
            reply ->
                assertThat(Objects.requireNonNull(reply.problem()).code())
                    .isEqualTo(ErrorCode.INTERNAL_ERROR));
    assertThat(client.committed(Topic.LEDGER_DLQ))
        .filteredOn(r -> "ws_poison".equals(r.key()))
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.headers().lastHeader(HeaderNames.DLQ_REASON)).isNotNull());
    assertThat(meters.counter("timeledger.ledger.poison").count()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void chainsTheEventsOfAWorkspaceAndMarksThemAsCloudEvents() {
    WorkspaceId workspace = workspace("ws_chain");
    for (int i = 0; i < 20; i++) {
      client.send(command(workspace, "entry-" + i, "", entry()));
    }
    client.replies(20);

    List<ConsumerRecord<String, byte[]>> events = eventsOf(workspace);

    String previous = "0".repeat(64);
    long sequence = 0;
    for (ConsumerRecord<String, byte[]> message : events) {
      ObjectNode event = (ObjectNode) Json.MAPPER.readTree(message.value());
      assertThat(Seal.holds(event)).isTrue();
      assertThat(event.required("previous_hash").asString()).isEqualTo(previous);
      assertThat(event.required("sequence").asLong()).isEqualTo(++sequence);
      assertThat(new String(message.headers().lastHeader(HeaderNames.CE_ID).value(), UTF_8))
          .isEqualTo(event.required("id").asString());
      assertThat(new String(message.headers().lastHeader(HeaderNames.CE_TYPE).value(), UTF_8))
          .isEqualTo(event.required("event").asString());
      previous = event.required("hash").asString();
    }
    assertThat(sequence).isGreaterThan(20);
  }

  private WorkspaceId workspace(String id) {
    WorkspaceId workspace = new WorkspaceId(id);
    client.send(
        new CommandEnvelope(
            "create-" + id,
            workspace,
            new Actor(
                new UserId("operator"),
                EnumSet.noneOf(Permission.class),
                null,
                CommandOrigin.OPERATOR),
            "",
            RequestInfo.NONE,
            new CreateWorkspace(
                id, OWNER, null, null, null, new TokenId("tok_" + id), "0".repeat(64))));
    assertThat(client.replies(1).getFirst().isAccepted()).isTrue();
    return workspace;
  }

  private List<ConsumerRecord<String, byte[]>> eventsOf(WorkspaceId workspace) {
    return client.committed(Topic.EVENTS).stream()
        .filter(message -> message.key().equals(workspace.value()))
        .toList();
  }

  private static Command entry() {
    return clock("2026-06-01T09:00:00Z", "2026-06-01T10:00:00Z");
  }

  private static CommandEnvelope command(
      WorkspaceId workspace, String id, String bodyHash, Command command) {
    return new CommandEnvelope(
        id,
        workspace,
        new Actor(OWNER, EnumSet.allOf(Permission.class), null, CommandOrigin.API),
        bodyHash,
        new RequestInfo("127.0.0.1", "test"),
        command);
  }
}
