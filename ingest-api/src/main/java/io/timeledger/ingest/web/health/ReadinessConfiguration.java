package io.timeledger.ingest.web.health;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(HealthController.class)
public class ReadinessConfiguration {

  /// The name is that of the health indicator, as in all services.
  @Bean
  ReadinessHealthIndicator serving(List<ReadinessCondition> conditions) {
    return new ReadinessHealthIndicator(conditions);
  }
}
