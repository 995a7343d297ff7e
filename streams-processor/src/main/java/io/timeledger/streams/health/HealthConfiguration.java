package io.timeledger.streams.health;

import io.micrometer.core.instrument.config.MeterFilter;
import io.timeledger.runtime.Readiness;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ready: the parts decide commands at once and the read models are up to date. Alive: they can
/// still become ready without a restart.
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  @Bean
  HealthContributor serving(Map<String, Readiness> parts) {
    return each(parts, Readiness::isReady);
  }

  @Bean
  HealthContributor working(Map<String, Readiness> parts) {
    return each(parts, Readiness::isAlive);
  }

  /// Kafka Streams has metrics per store and partition: too many to be useful.
  @Bean
  MeterFilter withoutStores() {
    return MeterFilter.deny(
        id ->
            id.getName().startsWith("kafka.stream.state")
                || id.getName().startsWith("kafka.stream.topic")
                || id.getName().startsWith("kafka.stream.processor"));
  }

  private static HealthContributor each(Map<String, Readiness> parts, Predicate<Readiness> holds) {
    return CompositeHealthContributor.fromMap(
        parts,
        part ->
            (HealthIndicator)
                () -> (holds.test(part) ? Health.up() : Health.outOfService()).build());
  }
}
