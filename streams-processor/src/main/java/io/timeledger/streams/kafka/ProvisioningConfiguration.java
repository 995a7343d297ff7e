package io.timeledger.streams.kafka;

import io.timeledger.streams.platform.PlatformProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Topics come first: the service starts only once they exist with the right partitions.
@Configuration(proxyBeanMethods = false)
public class ProvisioningConfiguration {

  @Bean
  SmartLifecycle topics(PlatformProperties platform) {
    return new TopicInitializer(platform);
  }
}
