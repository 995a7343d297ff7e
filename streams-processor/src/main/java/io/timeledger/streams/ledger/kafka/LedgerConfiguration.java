package io.timeledger.streams.ledger.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.timeledger.runtime.Tracing;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.kafka.StreamsApp;
import io.timeledger.streams.kafka.StreamsGroup;
import io.timeledger.streams.kafka.StreamsSettings;
import io.timeledger.streams.platform.PlatformProperties;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ledger, started with the application.
@Configuration(proxyBeanMethods = false)
public class LedgerConfiguration {
  static final StreamsSettings SETTINGS =
      new StreamsSettings(StreamsGroup.LEDGER, Duration.ofMillis(20));

  @Bean
  StreamsApp ledger(PlatformProperties platform, Tracing tracing, MeterRegistry registry) {
    Properties settings = SETTINGS.properties(platform);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topic.MAX_RECORD_BYTES + 65_536);
    return new StreamsApp("ledger", LedgerTopology.build(tracing, registry), settings);
  }
}
