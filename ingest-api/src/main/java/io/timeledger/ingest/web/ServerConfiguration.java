package io.timeledger.ingest.web;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.web.body.BodyFilter;
import io.timeledger.ingest.web.body.DeadlineProtocol;
import io.timeledger.ingest.web.body.PaceFilter;
import io.timeledger.ingest.web.body.RequestProperties;
import io.timeledger.ingest.web.body.UnreadBodyValve;
import io.timeledger.ingest.web.error.ErrorValve;
import io.timeledger.ingest.web.error.ErrorWriter;
import io.timeledger.runtime.Tracing;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/// The filters before every operation, in order, and the container's own errors.
@Configuration(proxyBeanMethods = false)
@Import({
  ConditionalReads.class,
  ErrorAdvice.class,
  OpenApiController.class,
  OperationConfiguration.class,
  TopicContractController.class
})
@EnableConfigurationProperties(RequestProperties.class)
public class ServerConfiguration {

  @Bean
  FilterRegistrationBean<PaceFilter> paceFilter(RequestProperties pace) {
    return at(0, new PaceFilter(pace));
  }

  @Bean
  FilterRegistrationBean<RequestFilter> requestFilter(ErrorWriter errors, Tracing tracing) {
    return at(1, new RequestFilter(errors, tracing));
  }

  /// Before all filters that refuse requests, so that browsers can read why. Other origins get no
  /// CORS headers, so their browsers refuse. Sessions are for the own pages alone, so credentials
  /// are never allowed.
  @Bean
  FilterRegistrationBean<CorsFilter> corsFilter(IngestProperties properties) {
    CorsConfiguration allowed = new CorsConfiguration();
    allowed.setAllowedOrigins(properties.corsOrigins());
    allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    allowed.setAllowedHeaders(ContractHeaders.REQUEST);
    allowed.setExposedHeaders(ContractHeaders.RESPONSE);
    allowed.setMaxAge(Duration.ofMinutes(10));
    FilterRegistrationBean<CorsFilter> registration =
        at(
            2,
            new CorsFilter(
                request ->
                    allowed.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) == null
                        ? null
                        : allowed));
    registration.setEnabled(!properties.corsOrigins().isEmpty());
    return registration;
  }

  @Bean
  FilterRegistrationBean<BodyFilter> bodyFilter() {
    return at(3, new BodyFilter());
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

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> pacing(RequestProperties pace) {
    return factory -> {
      factory.addEngineValves(new UnreadBodyValve(pace));
      factory.setProtocol(DeadlineProtocol.class.getName());
      factory.addConnectorCustomizers(
          connector -> {
            if (connector.getProtocolHandler() instanceof DeadlineProtocol protocol) {
              protocol.setHeadPatience(pace.headPatience());
            }
          });
    };
  }

  private static <F extends Filter> FilterRegistrationBean<F> at(int place, F filter) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
    return registration;
  }
}
