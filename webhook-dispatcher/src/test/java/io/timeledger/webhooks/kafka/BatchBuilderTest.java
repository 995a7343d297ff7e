package io.timeledger.webhooks.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.SealedText;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.webhooks.fanout.IntakeBatch;
import io.timeledger.webhooks.fanout.IntakeBatch.Poison;
import io.timeledger.webhooks.subscription.SecretChange;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchBuilderTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");
  private static final WebhookId WEBHOOK = new WebhookId("wh_1");
  private static final ConnectionId CONNECTION = new ConnectionId("conn_1");

  private final BatchBuilder builder = new BatchBuilder();

  @Test
  void takesSecretsOfWebhooks() {
    WebhookSecrets secrets = new WebhookSecrets(WEBHOOK, WORKSPACE, 1, List.of(), List.of());

    builder.add(
        secret(RecordKeys.of(WORKSPACE, WEBHOOK), TopicSerdes.SECRETS.codec().write(secrets)));
    builder.add(secret(RecordKeys.of(WORKSPACE, WEBHOOK), null));

    IntakeBatch batch = builder.build();
    assertThat(batch.secrets())
        .containsExactly(
            new SecretChange(WORKSPACE, WEBHOOK, secrets),
            new SecretChange(WORKSPACE, WEBHOOK, null));
  }

  @Test
  void passesOverSecretsOfConnections() {
    ConnectionSecret secret =
        new ConnectionSecret(CONNECTION, WORKSPACE, 1, new SealedText("k1", "c2VhbGVk"));

    builder.add(
        secret(
            RecordKeys.of(WORKSPACE, CONNECTION),
            TopicSerdes.CONNECTION_SECRETS.codec().write(secret)));
    builder.add(secret(RecordKeys.of(WORKSPACE, CONNECTION), null));

    IntakeBatch batch = builder.build();
    assertThat(batch.secrets()).isEmpty();
    assertThat(batch.poisons()).isEmpty();
  }

  @Test
  void keepsWhatItCannotRead() {
    builder.add(secret(RecordKeys.of(WORKSPACE, WEBHOOK), "{".getBytes(UTF_8)));

    assertThat(builder.build().poisons()).extracting(Poison::key).containsExactly("ws_1/wh_1");
  }

  @SuppressWarnings("NullAway") // Kafka's records are not marked, and null is a tombstone
  private static ConsumerRecord<String, byte[]> secret(String key, byte @Nullable [] value) {
    return new ConsumerRecord<>(Topic.SECRETS.topicName(), 0, 7, key, value);
  }
}
