package io.timeledger.ingest.web;

import io.timeledger.ingest.web.json.StrictJsonConverter;
import io.timeledger.ingest.web.query.PathIds;
import io.timeledger.ingest.web.query.QueryRecordResolver;
import io.timeledger.ingest.web.query.UnknownParameters;
import io.timeledger.runtime.EndpointBodies;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Argument resolvers and converters for operations.
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
class OperationConfiguration implements WebMvcConfigurer {
  private final List<HandlerMethodArgumentResolver> resolvers;

  OperationConfiguration(List<HandlerMethodArgumentResolver> resolvers) {
    this.resolvers = List.copyOf(resolvers);
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverterFactory(new PathIds());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Negotiation());
    registry.addInterceptor(new UnknownParameters());
  }

  /// [Negotiation] alone decides, before an operation runs: afterwards, nothing may be refused.
  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
    configurer.strategies(List.of(_ -> ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> all) {
    all.add(new QueryRecordResolver());
    all.addAll(resolvers);
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    // No other converter may read a body less strictly.
    builder
        .disableDefaults()
        .addCustomConverter(new StrictJsonConverter())
        .addCustomConverter(new EndpointBodies());
  }
}
