package io.timeledger.calendar;

import io.timeledger.calendar.connect.ConnectionVault;
import io.timeledger.calendar.connect.GrantAccesses;
import io.timeledger.calendar.connect.SealedAccesses;
import io.timeledger.calendar.connect.TokenEndpoint;
import io.timeledger.calendar.postgres.LaneSettings;
import io.timeledger.calendar.postgres.SqlGrantStore;
import io.timeledger.calendar.provider.oauth.OAuthServer;
import io.timeledger.calendar.provider.oauth.OriginCaller;
import io.timeledger.calendar.provider.oauth.SpringTokenEndpoint;
import io.timeledger.calendar.round.Accesses;
import io.timeledger.egress.NameResolver;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.Vault;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the credentials of connections.
@Configuration(proxyBeanMethods = false)
class CredentialConfiguration {

  /// For the addresses of providers, which are the operator's settings.
  @Bean(destroyMethod = "close")
  OriginCaller originCaller(CalendarProperties calendars, ObjectProvider<NameResolver> names) {
    return new OriginCaller(
        Stream.of(calendars.google(), calendars.microsoft())
            .flatMap(OAuthSettings::addresses)
            .toList(),
        names.getIfAvailable(NameResolver::system),
        CalendarProperties.LONGEST_CALL);
  }

  @Bean
  ConnectionVault connectionVault(ConnectorProperties platform) {
    return new ConnectionVault(vault(platform.secrets()));
  }

  @Bean
  TokenEndpoint tokenEndpoint(
      CalendarProperties calendars, OriginCaller caller, InstantSource clock) {
    Map<Provider, OAuthServer> servers = new EnumMap<>(Provider.class);
    calendars.google().server().ifPresent(server -> servers.put(Provider.GOOGLE, server));
    calendars.microsoft().server().ifPresent(server -> servers.put(Provider.MICROSOFT, server));
    return new SpringTokenEndpoint(servers, caller::exchange, clock);
  }

  @Bean
  Accesses accesses(
      DSLContext sql,
      LaneSettings settings,
      CalendarProperties calendars,
      ConnectionVault vault,
      TokenEndpoint tokens,
      InstantSource clock) {
    return new SealedAccesses(
        vault,
        new GrantAccesses(
            vault, new SqlGrantStore(sql, settings, calendars.grantsOnLog()), tokens, clock));
  }

  /// Empty without a key.
  static Optional<Vault> vault(ConnectorProperties.Secrets secrets) {
    String active = secrets.activeKey();
    if (secrets.keys().isEmpty()) {
      return Optional.empty();
    }
    List<SealingKey> keys =
        secrets.keys().stream().map(key -> SealingKey.of(key.id(), key.key())).toList();
    return Optional.of(new Vault(keys, active == null ? keys.getFirst().id() : active));
  }
}
