package io.timeledger.runtime;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Exports traces to `OTEL_EXPORTER_OTLP_ENDPOINT`, if it is set. OpenTelemetry's other variables
/// apply, such as `OTEL_TRACES_SAMPLER`. Metrics go to Prometheus only.
@Configuration(proxyBeanMethods = false)
public class TracingConfiguration {
  private static final String SCOPE = "io.timeledger";

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty("otel.exporter.otlp.endpoint")
  @ConditionalOnMissingBean
  OpenTelemetrySdk openTelemetry(Environment environment) {
    return AutoConfiguredOpenTelemetrySdk.builder()
        .disableShutdownHook()
        .addPropertiesSupplier(
            () ->
                Map.of(
                    "otel.service.name",
                    environment.getProperty("spring.application.name", SCOPE),
                    "otel.exporter.otlp.protocol",
                    "http/protobuf",
                    "otel.metrics.exporter",
                    "none",
                    "otel.logs.exporter",
                    "none"))
        .build()
        .getOpenTelemetrySdk();
  }

  @Bean
  Tracing tracing(ObjectProvider<OpenTelemetrySdk> openTelemetry) {
    OpenTelemetrySdk sdk = openTelemetry.getIfAvailable();
    return sdk == null ? Tracing.none() : Tracing.by(sdk.getTracer(SCOPE));
  }
}
