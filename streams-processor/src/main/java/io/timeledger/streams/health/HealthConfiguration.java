package io.timeledger.streams.health;

import io.micrometer.core.instrument.config.MeterFilter;
import io.timeledger.streams.StreamsReadiness;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ready is who decides commands at once and has read models up to date; alive is who can still
/// become so without a restart.
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  @Bean
  HealthContributor serving(Map<String, StreamsReadiness> parts) {
    return each(parts, StreamsReadiness::isReady);
  }

  @Bean
  HealthContributor working(Map<String, StreamsReadiness> parts) {
    return each(parts, StreamsReadiness::isAlive);
  }

  /// Kafka Streams has figures of every store of every partition: too many for anybody to read.
  @Bean
  MeterFilter withoutStores() {
    return MeterFilter.deny(
        id ->
            id.getName().startsWith("kafka.stream.state")
                || id.getName().startsWith("kafka.stream.topic")
                || id.getName().startsWith("kafka.stream.processor"));
  }

  private static HealthContributor each(
      Map<String, StreamsReadiness> parts, Predicate<StreamsReadiness> holds) {
    return CompositeHealthContributor.fromMap(
        parts,
        part ->
            (HealthIndicator)
                () -> (holds.test(part) ? Health.up() : Health.outOfService()).build());
  }
}
