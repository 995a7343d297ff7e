package io.timeledger.local;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/// One service of the platform, as a separate Spring context in this JVM.
record LocalService(
    String name,
    Function<String[], ConfigurableApplicationContext> application,
    Map<String, String> settings) {
  // the process, not a service, controls logging, stop order and time-outs
  private static final Map<String, String> IN_THIS_JVM =
      Map.of(
          "spring.main.banner-mode", "off",
          "spring.main.log-startup-info", "false",
          "spring.main.register-shutdown-hook", "false",
          "spring.lifecycle.timeout-per-shutdown-phase", "3s");

  /// The settings as Spring command-line arguments.
  static Stream<String> arguments(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()));
  }

  ConfigurableApplicationContext start() {
    Map<String, String> all = new TreeMap<>(IN_THIS_JVM);
    all.putAll(settings);
    return application.apply(arguments(all).toArray(String[]::new));
  }
}
