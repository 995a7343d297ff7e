package io.timeledger.calendar;

import io.timeledger.calendar.postgres.LaneSettings;
import io.timeledger.calendar.postgres.SqlChannelStore;
import io.timeledger.calendar.provider.CalendarProviders;
import io.timeledger.calendar.push.ChannelAddresses;
import io.timeledger.calendar.push.ChannelKeeper;
import io.timeledger.calendar.round.PollIntervals;
import io.timeledger.runtime.network.PushAvailability;
import io.timeledger.schemas.calendar.ChannelSecrets;
import io.timeledger.schemas.resource.Provider;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires push channels.
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {
  private static final Logger log = LoggerFactory.getLogger(ChannelConfiguration.class);

  /// Logs why a provider cannot call.
  @Bean
  ChannelAddresses channelAddresses(
      ConnectorProperties platform, CalendarProperties calendars, CalendarProviders providers) {
    Optional<ChannelSecrets> secrets =
        CredentialConfiguration.vault(platform.secrets()).map(ChannelSecrets::new);
    String publicUrl = platform.publicUrl();
    Set<Provider> reachable = EnumSet.noneOf(Provider.class);
    for (Provider name : providers.pushing().keySet()) {
      PushAvailability push =
          PushAvailability.of(
              name, publicUrl, calendars.of(name).requireApiUrl(), secrets.isPresent());
      if (push.isAvailable()) {
        reachable.add(name);
      } else {
        log.warn("event=push_unavailable provider={} reason=\"{}\"", name, push.words());
      }
    }
    return new ChannelAddresses(
        secrets, publicUrl == null ? "" : publicUrl.replaceFirst("/+$", ""), reachable);
  }

  @Bean
  PollIntervals pollIntervals(CalendarProperties calendars) {
    return new PollIntervals(calendars.pollFiles(), calendars.poll(), calendars.pollWithPush());
  }

  @Bean
  ChannelKeeper channelKeeper(
      CalendarProviders providers,
      ChannelAddresses addresses,
      DSLContext sql,
      LaneSettings settings,
      PollIntervals poll,
      InstantSource clock) {
    return new ChannelKeeper(
        providers.pushing(),
        addresses,
        new SqlChannelStore(sql, settings),
        poll,
        clock,
        new SecureRandom());
  }
}
