package io.timeledger.streams.operator;

import io.timeledger.streams.platform.PlatformProperties;
import java.io.PrintStream;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Lazy;

/// The service's configuration without the service itself.
@SpringBootConfiguration
@EnableConfigurationProperties(PlatformProperties.class)
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
@Lazy
public class OperatorApplication {

  /// @param args settings
  public static void run(OperatorCommand command, String[] args, PrintStream out) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(OperatorApplication.class)
            .web(WebApplicationType.NONE)
            .properties(
                "spring.config.name=streams-processor",
                "spring.jmx.enabled=false",
                "spring.main.banner-mode=off",
                "spring.main.log-startup-info=false",
                "spring.main.lazy-initialization=true")
            .run(args)) {
      command.run(
          context.getBean(PlatformProperties.class),
          context.getBeanProvider(DataSource.class),
          out);
    }
  }
}
