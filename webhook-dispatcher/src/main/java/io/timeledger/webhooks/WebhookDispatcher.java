package io.timeledger.webhooks;

import io.timeledger.runtime.EnableOperations;
import io.timeledger.runtime.ManagementEndpoints;
import io.timeledger.webhooks.kafka.IntakeLoop;
import io.timeledger.webhooks.queue.Engine;
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

/// The service that delivers events to subscribers.
///
/// Settings come from `webhook-dispatcher.yml`, the environment or arguments; see
/// [WebhookProperties] and [DispatcherProperties].
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableOperations
@EnableConfigurationProperties({DispatcherProperties.class, WebhookProperties.class})
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  DataSourceAutoConfiguration.class
})
@Import(DispatcherConfiguration.class)
public class WebhookDispatcher {

  private static final int MANAGEMENT_PORT = 9082;
  private static final List<String> SESSION =
      List.of(
          // An instance that freezes in a transaction must not block others for longer.
          "set idle_in_transaction_session_timeout = '10s'",
          // Every query finds rows by key. Each day starts with empty partitions: a plan made for
          // them scans the whole day, and is used until statistics exist.
          "set enable_seqscan = off");

  public static void main(String[] args) {
    alone().run(args);
  }

  /// Whether the service takes in the log and attempts due deliveries.
  public static boolean isReady(ApplicationContext service) {
    return service.getBean(IntakeLoop.class).isReady() && service.getBean(Engine.class).isReady();
  }

  /// The application in a process of its own, with the endpoints of [ManagementEndpoints].
  private static SpringApplicationBuilder alone() {
    return application()
        .web(WebApplicationType.SERVLET)
        .properties(ManagementEndpoints.at(MANAGEMENT_PORT))
        .properties("server.port=-1"); // only the management port serves anything
  }

  /// The application beside others, ready to be given more settings and run.
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(WebhookDispatcher.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .properties(ManagementEndpoints.absent())
        .properties(
            "spring.config.name=webhook-dispatcher",
            "spring.application.name=webhook-dispatcher",
            "spring.jmx.enabled=false",
            "spring.main.keep-alive=true",
            "spring.datasource.hikari.connection-init-sql=" + String.join("; ", SESSION),
            "spring.datasource.hikari.connection-timeout=5000");
  }
}
