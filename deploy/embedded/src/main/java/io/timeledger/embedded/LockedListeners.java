package io.timeledger.embedded;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/// The listeners of brokers that authenticate everybody and check permissions. Clients and other
/// brokers authenticate by SCRAM. Controllers cannot check SCRAM: brokers authenticate there with a
/// plain password.
///
/// @param controllers name of the listener of controllers
/// @param broker the user that a broker is itself
record LockedListeners(KafkaLogins logins, String controllers, String broker) {

  /// @param modules of the listeners with SCRAM: as whom the broker connects to each
  Map<String, Object> settings(Map<String, String> modules) {
    Map<String, Object> settings = new HashMap<>();
    TreeSet<String> listeners = new TreeSet<>(modules.keySet());
    listeners.add(controllers);
    settings.put(
        "listener.security.protocol.map",
        listeners.stream()
            .map(listener -> listener + ":" + logins.protocol())
            .collect(Collectors.joining(",")));
    modules.forEach((listener, module) -> scram(settings, listener, module));
    settings.put("sasl.mechanism.inter.broker.protocol", KafkaLogins.MECHANISM);
    settings.put(of(controllers) + "sasl.enabled.mechanisms", "PLAIN");
    settings.put(of(controllers) + "plain.sasl.jaas.config", logins.plainModule(broker));
    settings.put("sasl.mechanism.controller.protocol", "PLAIN");
    settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
    settings.put("super.users", superUsers());
    return settings;
  }

  private String superUsers() {
    return Stream.of(KafkaLogins.ADMINISTRATOR, broker)
        .distinct()
        .map(user -> "User:" + user)
        .collect(Collectors.joining(";"));
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
