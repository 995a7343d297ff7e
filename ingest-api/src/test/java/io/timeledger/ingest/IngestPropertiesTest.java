package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IngestPropertiesTest {
  @Test
  void hasDefaultsWhereNothingIsSet() {
    IngestProperties unset =
        new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("timeledger", IngestProperties.class);

    assertThat(unset.kafka().bootstrapServers()).isEqualTo("127.0.0.1:9092");
    assertThat(unset.partitions()).isEqualTo(12);
  }
}
