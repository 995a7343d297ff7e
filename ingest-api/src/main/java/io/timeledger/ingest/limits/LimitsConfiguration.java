package io.timeledger.ingest.limits;

import io.github.bucket4j.TimeMeter;
import io.timeledger.ingest.access.OperatorToken;
import io.timeledger.ingest.web.ClientAddress;
import io.timeledger.ingest.web.error.ErrorWriter;
import jakarta.servlet.Filter;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/// Registers the limit filters: one before authentication, one right after it.
@Configuration(proxyBeanMethods = false)
@Import({BulkLimit.class, LimitsController.class, LoginLimit.class})
@EnableConfigurationProperties(RateLimitProperties.class)
public class LimitsConfiguration {
  private static final int BEFORE_AUTHENTICATION = Ordered.HIGHEST_PRECEDENCE + 10;
  private static final int AFTER_AUTHENTICATION = 0;

  @Bean
  Limits limits(RateLimitProperties properties, InstantSource clock) {
    return Limits.of(properties, TimeMeter.SYSTEM_NANOTIME, clock);
  }

  @Bean
  PushLimit pushLimit(RateLimitProperties properties, InstantSource clock) {
    return new PushLimit(
        new RateLimit(properties.pushesPerMinute(), TimeMeter.SYSTEM_NANOTIME, clock));
  }

  @Bean
  FilterRegistrationBean<FailedLoginLimitFilter> guessingFilter(
      Limits limits, ClientAddress addresses, ErrorWriter errors) {
    FailedLoginLimitFilter filter =
        new FailedLoginLimitFilter(limits.refusals(), addresses, new TooManyRequests(errors));
    return at(BEFORE_AUTHENTICATION, filter);
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> rateLimitFilter(
      Limits limits, OperatorToken operatorToken, ErrorWriter errors) {
    RateLimitFilter filter =
        new RateLimitFilter(limits, new RateLimitKeys(operatorToken), new TooManyRequests(errors));
    return at(AFTER_AUTHENTICATION, filter);
  }

  private static <F extends Filter> FilterRegistrationBean<F> at(int place, F filter) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(place);
    return registration;
  }
}
