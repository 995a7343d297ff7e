package io.timeledger.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OperatorTokenTest {

  @Test
  void matchesItselfAlone() {
    String token = "0123456789abcdef0123456789abcdef";

    assertThat(operatorToken(token).matches(token)).isTrue();
    assertThat(operatorToken(token).matches(token + "0")).isFalse();
    assertThat(operatorToken(null).matches("")).isFalse();
    assertThat(operatorToken("").isConfigured()).isFalse();
  }

  @Test
  void refusesToBeGuessable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> operatorToken("short"))
        .withMessageContaining("at least 32")
        .withMessageNotContaining("short");
  }

  private static OperatorToken operatorToken(@Nullable String token) {
    return new OperatorToken(
        new IngestProperties(
            KafkaConnection.to("127.0.0.1:9092"),
            4,
            token,
            List.of(),
            List.of(),
            Duration.ofMinutes(1),
            new IngestProperties.Secrets(List.of(), null),
            new IngestProperties.Webhooks(List.of(), List.of()),
            null,
            new IngestProperties.Calendar(
                List.of(),
                new IngestProperties.Client(null, null),
                new IngestProperties.Client(null, null),
                List.of()),
            new IngestProperties.Console(false),
            Duration.ZERO));
  }
}
