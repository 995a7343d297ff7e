package io.timeledger.ingest;

import io.timeledger.runtime.EnableOperations;
import io.timeledger.runtime.ManagementEndpoints;
import java.time.InstantSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// The service. Lists all its auto-configuration explicitly, so that it starts the same way alone,
/// beside the other services in one JVM, and in tests.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestProperties.class)
@EnableOperations
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  SslAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
@ComponentScan
public class IngestApi {
  private static final int MANAGEMENT_PORT = 9080;

  public static void main(String[] args) {
    application().properties(ManagementEndpoints.at(MANAGEMENT_PORT)).run(args);
  }

  /// The application with its own configuration name: `ingest-api.yml`, never `application.yml`.
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(IngestApi.class)
        .web(WebApplicationType.SERVLET)
        .bannerMode(Banner.Mode.OFF)
        .properties(ManagementEndpoints.absent())
        .properties(
            "spring.config.name=ingest-api",
            "spring.application.name=ingest-api",
            "spring.jmx.enabled=false",
            // timing each security filter costs more than most of the filters
            "management.observations.enable.spring.security=false");
  }

  @Bean
  InstantSource clock(IngestProperties properties) {
    return InstantSource.offset(InstantSource.system(), properties.clockOffset());
  }
}
