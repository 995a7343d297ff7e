package io.timeledger.streams.operator;

import io.timeledger.streams.kafka.AclArguments;
import io.timeledger.streams.kafka.Provisioning;
import io.timeledger.streams.ledger.kafka.OffsetsRecovery;
import io.timeledger.streams.platform.PlatformProperties;
import io.timeledger.streams.projector.kafka.Rebuild;
import io.timeledger.streams.views.kafka.ResetViews;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.ObjectProvider;

/// The commands of the service's command line, by name.
public enum OperatorCommand {
  PROVISION("creates missing topics, commits first offsets, checks both") {
    @Override
    void run(PlatformProperties platform, ObjectProvider<DataSource> database, PrintStream out) {
      Provisioning provisioning = new Provisioning(platform);
      provisioning.createMissing();
      provisioning.check();
      out.println("all topics and offsets exist and are valid");
    }
  },
  REBUILD("builds new read models in Postgres from time.events.v1, beside the live ones") {
    @Override
    void run(PlatformProperties platform, ObjectProvider<DataSource> database, PrintStream out) {
      new Rebuild(platform, database.getObject()).run(new PrintedProgress(out));
    }
  },
  ACLS("prints the permissions of each Kafka user, as arguments of kafka-acls.sh --add") {
    @Override
    void run(PlatformProperties platform, ObjectProvider<DataSource> database, PrintStream out) {
      AclArguments.all().forEach(out::println);
    }
  },
  RECOVER_OFFSETS("recovers the ledger's committed offsets after Kafka has lost them") {
    @Override
    void run(PlatformProperties platform, ObjectProvider<DataSource> database, PrintStream out) {
      Map<TopicPartition, Long> found = new OffsetsRecovery(platform).run();
      out.println(
          found.isEmpty()
              ? "the ledger has all its committed offsets"
              : "committed offsets: " + found);
    }
  },
  RESET_VIEWS(
      "resets the rollup and timesheet topics; the next start rebuilds them from the event log") {
    @Override
    void run(PlatformProperties platform, ObjectProvider<DataSource> database, PrintStream out) {
      new ResetViews(platform, InstantSource.system()).run();
      out.println("the next start rebuilds the views from the beginning of time.events.v1");
    }
  };

  private final String summary;

  OperatorCommand(String summary) {
    this.summary = summary;
  }

  abstract void run(
      PlatformProperties platform, ObjectProvider<DataSource> database, PrintStream out);

  public static Optional<OperatorCommand> of(String name) {
    return Arrays.stream(values())
        .filter(command -> command.commandName().equals(name))
        .findFirst();
  }

  /// The output of `--help`.
  public static String help() {
    StringBuilder help =
        new StringBuilder(
            """
            Usage: streams-processor [command] [--setting=value ...]

            Without a command the service runs. Commands:
            """);
    for (OperatorCommand command : values()) {
      help.append("  %-16s %s%n".formatted(command.commandName(), command.summary));
    }
    return help.append(
            """

            Settings, also from streams-processor.yml or the environment (TIMELEDGER_PARTITIONS, ...):
              timeledger.kafka.bootstrap-servers   host:port, several separated by commas
              timeledger.kafka.properties-file     of Kafka's clients: TLS, SASL
              timeledger.partitions                of every topic, fixed by the first start (12)
              timeledger.replication-factor        of every topic (3)
              timeledger.provision                 create missing topics at start (false)
              timeledger.state-dir                 local state of Kafka Streams (state)
              timeledger.instance-id               stable name of this instance (0)
              spring.datasource.url, .username, .password   PostgreSQL
            """)
        .toString();
  }

  private String commandName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
