package io.timeledger.streams;

import io.timeledger.runtime.EnableOperations;
import io.timeledger.runtime.ManagementEndpoints;
import io.timeledger.runtime.Readiness;
import io.timeledger.streams.health.HealthConfiguration;
import io.timeledger.streams.kafka.ProvisioningConfiguration;
import io.timeledger.streams.ledger.kafka.LedgerConfiguration;
import io.timeledger.streams.operator.OperatorApplication;
import io.timeledger.streams.operator.OperatorCommand;
import io.timeledger.streams.projector.kafka.ProjectorConfiguration;
import io.timeledger.streams.views.kafka.ViewsConfiguration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/// The service that owns the source of truth: the ledger decides; views and projector derive.
///
/// Settings come from `streams-processor.yml`, the environment or arguments; see
/// [PlatformProperties].
@SpringBootConfiguration
@EnableConfigurationProperties(PlatformProperties.class)
@EnableOperations
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class
})
@Import({
  HealthConfiguration.class,
  ProvisioningConfiguration.class,
  LedgerConfiguration.class,
  ViewsConfiguration.class,
  ProjectorConfiguration.class
})
public class StreamsProcessor {
  private static final int MANAGEMENT_PORT = 9081;

  /// @param args an operator command (`--help` lists them) or settings, as in
  ///     `--timeledger.partitions=12`
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals("--help")) {
      System.out.print(OperatorCommand.help());
      return;
    }
    Optional<OperatorCommand> command =
        args.length == 0 ? Optional.empty() : OperatorCommand.of(args[0]);
    if (command.isPresent()) {
      OperatorApplication.run(command.get(), Arrays.copyOfRange(args, 1, args.length), System.out);
    } else {
      alone().run(args);
    }
  }

  /// Whether every part of the running service is ready now.
  public static boolean isReady(ApplicationContext service) {
    return service.getBeansOfType(Readiness.class).values().stream().allMatch(Readiness::isReady);
  }

  /// The application in a process of its own, with the endpoints of [ManagementEndpoints].
  private static SpringApplicationBuilder alone() {
    return application()
        .web(WebApplicationType.SERVLET)
        .properties(ManagementEndpoints.at(MANAGEMENT_PORT))
        .properties(
            Map.of(
                "server.port", "-1", // all that is served is on the management port
                "management.endpoint.health.group.live.include", "ping,working",
                "spring.main.banner-mode", "off",
                // without it, a query to an unreachable database hangs forever
                "spring.datasource.hikari.connection-timeout", "5000",
                "spring.datasource.hikari.data-source-properties.connectTimeout", "5",
                "spring.datasource.hikari.data-source-properties.socketTimeout", "120",
                "spring.lifecycle.timeout-per-shutdown-phase", "10s"));
  }

  /// The application for running beside others, to be given more settings and run.
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(StreamsProcessor.class)
        .web(WebApplicationType.NONE)
        .properties(ManagementEndpoints.absent())
        .properties(
            "spring.config.name=streams-processor",
            "spring.application.name=streams-processor",
            "spring.jmx.enabled=false");
  }
}
