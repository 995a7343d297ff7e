package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.calendar.CalendarConnector;
import io.timeledger.ingest.IngestApi;
import io.timeledger.streams.StreamsProcessor;
import io.timeledger.webhooks.WebhookDispatcher;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

class KafkaFileIT {
  @TempDir private Path folder;

  static Stream<Named<Supplier<SpringApplicationBuilder>>> services() {
    return Stream.of(
        Named.of("ingest-api", IngestApi::application),
        Named.of("streams-processor", StreamsProcessor::application),
        Named.of("webhook-dispatcher", WebhookDispatcher::application),
        Named.of("calendar-connector", CalendarConnector::application));
  }

  @ParameterizedTest
  @MethodSource("services")
  void aServiceDoesNotStartWithoutTheFileAndSaysWhichItIs(
      Supplier<SpringApplicationBuilder> service) {
    Path missing = folder.resolve("kafka.properties");
    SpringApplicationBuilder application = service.get();
    assertThatThrownBy(
            () ->
                application.run(
                    "--timeledger.kafka.properties-file=" + missing,
                    "--timeledger.state-dir=" + folder.resolve("state"),
                    "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nothing"))
        .hasStackTraceContaining("timeledger.kafka.properties-file: there is no " + missing);
  }
}
