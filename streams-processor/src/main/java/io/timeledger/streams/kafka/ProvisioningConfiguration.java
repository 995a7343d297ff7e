package io.timeledger.streams.kafka;

import io.timeledger.streams.PlatformProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Topics come first: nothing of the service starts before they are there and fit.
@Configuration(proxyBeanMethods = false)
public class ProvisioningConfiguration {

  @Bean
  SmartLifecycle topics(PlatformProperties platform) {
    return new TopicInitializer(platform);
  }
}
