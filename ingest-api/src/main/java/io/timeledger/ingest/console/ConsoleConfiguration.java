package io.timeledger.ingest.console;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// The console's addresses. A mapping of its own, because the interceptors of operations would
/// refuse the parameters that the console keeps in its addresses.
@Configuration(proxyBeanMethods = false)
public class ConsoleConfiguration {

  @Bean
  ResourceHttpRequestHandler consoleAssets() {
    return ConsoleAssets.handler();
  }

  @Bean
  HandlerMapping consoleMapping(ResourceHttpRequestHandler consoleAssets) {
    ConsolePage page = ConsolePage.ofThisBuild();
    return new SimpleUrlHandlerMapping(
        Map.of("/console", page, "/console/**", page, "/console/assets/**", consoleAssets),
        Ordered.HIGHEST_PRECEDENCE);
  }
}
