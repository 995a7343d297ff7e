package io.timeledger.streams.views.kafka;

import io.timeledger.streams.PlatformProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The views, started with the application.
@Configuration(proxyBeanMethods = false)
public class ViewsConfiguration {

  @Bean
  Views views(PlatformProperties platform) {
    return new Views(platform);
  }
}
