package io.timeledger.ingest.web;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.operations.Tracing;
import jakarta.servlet.Filter;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// What stands before every operation: the filters in their order, and the container's own errors.
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

  @Bean
  FilterRegistrationBean<RequestFilter> requestFilter(ErrorWriter errors, Tracing tracing) {
    return at(0, new RequestFilter(errors, tracing));
  }

  @Bean
  FilterRegistrationBean<CorsFilter> corsFilter(IngestProperties properties) {
    return at(1, new CorsFilter(properties.corsOrigins()));
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter() {
    return at(2, new BodyLimitFilter());
  }

  @Bean
  ClientAddress clientAddress(IngestProperties properties) {
    return new ClientAddress(properties.trustedProxies());
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> errorValve() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ErrorValve.class.getName());
              }
            });
  }

  private static <F extends Filter> FilterRegistrationBean<F> at(int place, F filter) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
    return registration;
  }
}
