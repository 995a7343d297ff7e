package io.timeledger.streams.views.kafka;

import io.timeledger.streams.kafka.StreamsApp;
import io.timeledger.streams.platform.PlatformProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The views, started with the application.
@Configuration(proxyBeanMethods = false)
public class ViewsConfiguration {

  @Bean
  StreamsApp views(PlatformProperties platform) {
    return new StreamsApp("views", ViewsTopology.build(), ViewsSettings.of(platform));
  }
}
