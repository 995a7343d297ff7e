package io.timeledger.harness;

import io.timeledger.embedded.EmbeddedBroker;
import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.EmbeddedPostgres;
import io.timeledger.embedded.KafkaLogins;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A broker or the database as a process: `Server kafka FOLDER PORT ADVERTISED [LOGINS]`, `Server
/// broker FOLDER PROPERTIES CLUSTER [LOGINS]` or `Server postgres FOLDER PORT [SETTING=VALUE …]`.
/// Writes connection data to `FOLDER/serving` once it serves, and serves until it is terminated.
public final class ServerMain {
  private ServerMain() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[1]);
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve("serving"));
    switch (args[0]) {
      case "kafka" -> {
        int port = Integer.parseInt(args[2]);
        EmbeddedKafka.Config config =
            new EmbeddedKafka.Config(folder, port).advertised(Integer.parseInt(args[3]));
        EmbeddedKafka kafka =
            EmbeddedKafka.start(
                args.length > 4 ? config.locked(new KafkaLogins(Path.of(args[4]))) : config);
        serve(folder, kafka.bootstrapServers(), kafka);
      }
      case "broker" ->
          serve(
              folder,
              args[3],
              EmbeddedBroker.start(
                  folder,
                  args[3],
                  settings(Path.of(args[2])),
                  args.length > 4
                      ? Optional.of(new KafkaLogins(Path.of(args[4])))
                      : Optional.empty()));
      case "postgres" -> {
        int port = Integer.parseInt(args[2]);
        EmbeddedPostgres postgres =
            EmbeddedPostgres.start(
                new EmbeddedPostgres.Config(
                    folder,
                    port,
                    Arrays.stream(args)
                        .skip(3)
                        .map(setting -> setting.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]))));
        serve(
            folder,
            String.join(" ", postgres.password(), "" + postgres.pid(), postgres.username()),
            postgres);
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
    new CountDownLatch(1).await();
  }

  private static Map<String, String> settings(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(Function.identity(), properties::getProperty));
  }

  private static void serve(Path folder, String told, AutoCloseable server) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
    Path written = Files.writeString(folder.resolve("serving.tmp"), told);
    Files.move(written, folder.resolve("serving"));
  }

  private static void close(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
