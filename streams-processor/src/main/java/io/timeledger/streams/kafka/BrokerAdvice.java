package io.timeledger.streams.kafka;

import static io.timeledger.streams.kafka.KafkaFutures.await;

import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Warns of broker settings that can lose data later.
final class BrokerAdvice {
  private static final Logger log = LoggerFactory.getLogger(BrokerAdvice.class);
  private static final int MINUTES_OF_A_YEAR = 365 * 24 * 60;

  private static final List<Advice> ADVICE =
      List.of(
          new Advice(
              "offsets.retention.minutes",
              value -> Long.parseLong(value) >= MINUTES_OF_A_YEAR,
              "at least "
                  + MINUTES_OF_A_YEAR
                  + ": an idle platform would lose its committed offsets"),
          new Advice(
              "auto.create.topics.enable",
              value -> !Boolean.parseBoolean(value),
              "false: a misspelled topic name would create a topic"),
          new Advice(
              "unclean.leader.election.enable",
              value -> !Boolean.parseBoolean(value),
              "false: acknowledged writes could be lost"));

  private final Admin admin;

  BrokerAdvice(Admin admin) {
    this.admin = admin;
  }

  private record Advice(String setting, Predicate<String> isFine, String expected) {}

  void give() {
    Node broker = await(admin.describeCluster().nodes()).iterator().next();
    ConfigResource resource =
        new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(broker.id()));
    try {
      Config found = await(admin.describeConfigs(List.of(resource)).all()).get(resource);
      ADVICE.forEach(advice -> give(advice, found == null ? null : found.get(advice.setting())));
    } catch (IllegalStateException e) {
      if (!(e.getCause() instanceof ClusterAuthorizationException)) {
        throw e;
      }
      log.debug("event=broker_settings_unknown", e);
    }
  }

  private static void give(Advice advice, @Nullable ConfigEntry entry) {
    if (entry != null && entry.value() != null && !advice.isFine().test(entry.value())) {
      log.warn(
          "event=broker_setting_unsafe setting={} value={} expected=\"{}\"",
          advice.setting(),
          entry.value(),
          advice.expected());
    }
  }
}
