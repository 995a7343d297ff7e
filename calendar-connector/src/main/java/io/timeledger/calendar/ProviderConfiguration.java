package io.timeledger.calendar;

import io.timeledger.calendar.lane.PacedTurns;
import io.timeledger.calendar.lane.ProviderCalls;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.CalendarProviders;
import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.NamedProvider;
import io.timeledger.calendar.provider.PushProvider;
import io.timeledger.calendar.provider.google.GoogleProvider;
import io.timeledger.calendar.provider.google.GooglePush;
import io.timeledger.calendar.provider.graph.GraphProvider;
import io.timeledger.calendar.provider.graph.GraphPush;
import io.timeledger.calendar.provider.ics.IcsProvider;
import io.timeledger.calendar.provider.oauth.OriginCaller;
import io.timeledger.calendar.provider.rest.JsonApi;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import io.timeledger.runtime.Tracing;
import io.timeledger.schemas.resource.Provider;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the providers, and the calls to them.
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {
  private static final Logger log = LoggerFactory.getLogger(ProviderConfiguration.class);

  @Bean(destroyMethod = "close")
  HttpCaller caller(CalendarProperties calendars, ObjectProvider<NameResolver> names) {
    if (!calendars.allowedNetworks().isEmpty()) {
      log.warn(
          "event=networks_allowed networks={} note=\"calendars may be at addresses that are not"
              + " public\"",
          calendars.allowedNetworks());
    }
    return new HttpCaller(
        new AddressGuard(calendars.allowedNetworks()),
        names.getIfAvailable(NameResolver::system),
        CalendarProperties.LONGEST_CALL);
  }

  @Bean
  CalendarProviders calendarProviders(
      CalendarProperties calendars,
      HttpCaller caller,
      OriginCaller origins,
      ObjectProvider<NamedProvider> replacements,
      Tracing tracing,
      InstantSource clock) {
    Map<Provider, CalendarProvider> configured = new EnumMap<>(Provider.class);
    configured.put(Provider.ICS, new IcsProvider(caller, clock));
    Map<Provider, PushProvider> pushing = new EnumMap<>(Provider.class);
    OAuthSettings google = calendars.google();
    if (google.isConfigured()) {
      JsonApi api =
          new JsonApi(
              origins::exchange,
              turns(Provider.GOOGLE, calendars, clock),
              clock,
              google.requireApiUrl());
      configured.put(Provider.GOOGLE, new GoogleProvider(api));
      pushing.put(Provider.GOOGLE, new GooglePush(api));
    }
    OAuthSettings microsoft = calendars.microsoft();
    if (microsoft.isConfigured()) {
      JsonApi api =
          new JsonApi(
              origins::exchange,
              turns(Provider.MICROSOFT, calendars, clock),
              clock,
              microsoft.requireApiUrl());
      configured.put(Provider.MICROSOFT, new GraphProvider(api, clock));
      pushing.put(Provider.MICROSOFT, new GraphPush(api));
    }
    replacements.forEach(
        named -> {
          configured.put(named.name(), named.provider());
          pushing.remove(named.name());
        });
    configured.replaceAll(
        (name, provider) -> {
          // The APIs await a turn for each request: one call may make several.
          CallTurns turns =
              name == Provider.ICS ? turns(name, calendars, clock) : CallTurns.UNPACED;
          ProviderCalls calls = ProviderCalls.to(name, turns, tracing, clock);
          pushing.computeIfPresent(name, (_, push) -> calls.of(push));
          return calls.of(provider);
        });
    return new CalendarProviders(configured, pushing);
  }

  private static CallTurns turns(Provider name, CalendarProperties calendars, InstantSource clock) {
    return PacedTurns.of(name, calendars.hostPause(), clock);
  }
}
