package io.timeledger.local;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/// One service of the platform, as a Spring context of its own beside the others in this JVM.
record LocalService(
    String name,
    Function<String[], ConfigurableApplicationContext> application,
    Map<String, String> settings) {
  // this process decides about logging, about the order of stopping, and how long it may take
  private static final Map<String, String> IN_THIS_JVM =
      Map.of(
          "spring.main.banner-mode", "off",
          "spring.main.log-startup-info", "false",
          "spring.main.register-shutdown-hook", "false",
          "spring.lifecycle.timeout-per-shutdown-phase", "3s");

  /// The settings as Spring reads them from a command line.
  static Stream<String> arguments(Map<String, String> settings) {
    return settings.entrySet().stream().map(it -> "--%s=%s".formatted(it.getKey(), it.getValue()));
  }

  ConfigurableApplicationContext start() {
    var all = new TreeMap<>(IN_THIS_JVM);
    all.putAll(settings);
    return application.apply(arguments(all).toArray(String[]::new));
  }
}
