package io.timeledger.streams.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PlatformPropertiesTest {
  @Test
  void hasDefaultsWhereNothingIsSet() {
    PlatformProperties unset =
        new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("timeledger", PlatformProperties.class);

    assertThat(unset.kafka().bootstrapServers()).isEqualTo("127.0.0.1:9092");
    assertThat(unset.partitions()).isEqualTo(12);
  }
}
