package io.timeledger.embedded;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Access to the listeners of a cluster's brokers: one for clients, one for other brokers, one for
/// controllers.
sealed interface ClusterAccess {
  String CLIENTS = BrokerSettings.CLIENT_LISTENER;
  String BROKERS = "BROKERS";
  String CONTROLLERS = BrokerSettings.CONTROLLER_LISTENER;

  /// Settings of listeners and authorization.
  Map<String, Object> settings();

  /// The brokers check no permissions.
  record Open() implements ClusterAccess {
    @Override
    public Map<String, Object> settings() {
      return Map.of(
          "listener.security.protocol.map",
          Stream.of(CLIENTS, BROKERS, CONTROLLERS)
              .map(listener -> listener + ":PLAINTEXT")
              .collect(Collectors.joining(",")));
    }
  }

  /// Everybody authenticates. Brokers have a user of their own, with all rights, as administrators
  /// do.
  record Locked(KafkaLogins logins) implements ClusterAccess {
    @Override
    public Map<String, Object> settings() {
      Map<String, Object> settings =
          new LockedListeners(logins, CONTROLLERS, KafkaLogins.BROKER)
              .settings(
                  Map.of(
                      // a broker is no client of this one
                      CLIENTS,
                      KafkaLogins.MODULE + ";",
                      BROKERS,
                      logins.module(KafkaLogins.BROKER)));
      logins.certificate().map(BrokerCertificate::brokerSettings).ifPresent(settings::putAll);
      return settings;
    }
  }
}
