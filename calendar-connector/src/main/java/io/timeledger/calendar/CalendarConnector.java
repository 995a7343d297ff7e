package io.timeledger.calendar;

import io.timeledger.calendar.lane.LaneEngine;
import io.timeledger.runtime.EnableOperations;
import io.timeledger.runtime.ManagementEndpoints;
import io.timeledger.runtime.kafka.PositionedConsumer;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/// The service that reads members' calendars.
///
/// Settings come from `calendar-connector.yml`, the environment or arguments; see
/// [CalendarProperties] and [ConnectorProperties].
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableOperations
@EnableConfigurationProperties({ConnectorProperties.class, CalendarProperties.class})
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  DataSourceAutoConfiguration.class
})
@Import({
  ChannelConfiguration.class,
  ConnectorConfiguration.class,
  CredentialConfiguration.class,
  ProviderConfiguration.class
})
public class CalendarConnector {

  private static final int MANAGEMENT_PORT = 9083;
  private static final List<String> SESSION =
      List.of(
          // A transaction that stalls holds locks; PostgreSQL aborts it after 10 s.
          "set idle_in_transaction_session_timeout = '10s'");

  public static void main(String[] args) {
    alone().run(args);
  }

  /// Whether intake has caught up with the log and the engine can claim lanes.
  public static boolean isReady(ApplicationContext service) {
    return service.getBean(PositionedConsumer.class).isReady()
        && service.getBean(LaneEngine.class).isReady();
  }

  /// The application in its own process, with the endpoints of [ManagementEndpoints].
  private static SpringApplicationBuilder alone() {
    return application()
        .web(WebApplicationType.SERVLET)
        .properties(ManagementEndpoints.at(MANAGEMENT_PORT))
        .properties("server.port=-1"); // the management port serves all endpoints
  }

  /// The application for use inside another process; the caller may add settings before it runs.
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(CalendarConnector.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .properties(ManagementEndpoints.absent())
        .properties(
            "spring.config.name=calendar-connector",
            "spring.application.name=calendar-connector",
            "spring.jmx.enabled=false",
            "spring.main.keep-alive=true",
            // At debug it logs request bodies, which hold tokens.
            "logging.level.org.springframework.web.client=info",
            "spring.datasource.hikari.connection-init-sql=" + String.join("; ", SESSION),
            "spring.datasource.hikari.connection-timeout=5000");
  }
}
