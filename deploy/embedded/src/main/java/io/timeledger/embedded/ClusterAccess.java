package io.timeledger.embedded;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/// Access to the listeners of a cluster's brokers: one for clients, one for other brokers, one for
/// controllers.
sealed interface ClusterAccess {
  String CLIENTS = BrokerSettings.CLIENT_LISTENER;
  String BROKERS = "BROKERS";
  String CONTROLLERS = BrokerSettings.CONTROLLER_LISTENER;

  /// Settings of listeners and authorization.
  Map<String, Object> settings();

  private static String protocols(String protocol) {
    return Stream.of(CLIENTS, BROKERS, CONTROLLERS)
        .map(listener -> listener + ":" + protocol)
        .collect(Collectors.joining(","));
  }

  /// The brokers check no permissions.
  record Open() implements ClusterAccess {
    @Override
    public Map<String, Object> settings() {
      return Map.of("listener.security.protocol.map", protocols("PLAINTEXT"));
    }
  }

  /// Clients and brokers authenticate by SCRAM. Controllers cannot check SCRAM: brokers
  /// authenticate there with a plain password. Brokers have a user of their own, with all rights,
  /// as the administrator has.
  record Locked(KafkaLogins logins) implements ClusterAccess {
    @Override
    public Map<String, Object> settings() {
      var settings = new HashMap<String, Object>();
      logins.certificate().map(BrokerCertificate::brokerSettings).ifPresent(settings::putAll);
      settings.put("listener.security.protocol.map", protocols(logins.protocol()));
      scram(settings, CLIENTS, KafkaLogins.MODULE + ";");
      scram(settings, BROKERS, logins.module(KafkaLogins.BROKER));
      settings.put("sasl.mechanism.inter.broker.protocol", KafkaLogins.MECHANISM);
      settings.put(of(CONTROLLERS) + "sasl.enabled.mechanisms", "PLAIN");
      settings.put(
          of(CONTROLLERS) + "plain.sasl.jaas.config", logins.plainModule(KafkaLogins.BROKER));
      settings.put("sasl.mechanism.controller.protocol", "PLAIN");
      settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
      settings.put(
          "super.users",
          Stream.of(KafkaLogins.ADMINISTRATOR, KafkaLogins.BROKER)
              .map(user -> "User:" + user)
              .collect(Collectors.joining(";")));
      return settings;
    }

    private static void scram(Map<String, Object> settings, String listener, String module) {
      settings.put(of(listener) + "sasl.enabled.mechanisms", KafkaLogins.MECHANISM);
      settings.put(
          of(listener) + KafkaLogins.MECHANISM.toLowerCase(Locale.ROOT) + ".sasl.jaas.config",
          module);
    }

    private static String of(String listener) {
      return "listener.name." + listener.toLowerCase(Locale.ROOT) + ".";
    }
  }
}
