package io.timeledger.acceptance.process;

import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.EmbeddedPostgres;
import io.timeledger.embedded.KafkaLogins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// The broker or the database as a process: `Server kafka FOLDER PORT ADVERTISED [LOGINS]` or
/// `Server postgres FOLDER PORT [SETTING=VALUE …]`.
/// Writes what clients need to `FOLDER/serving` once it serves, and serves until it is told to end.
public final class Server {
  private Server() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[1]);
    int port = Integer.parseInt(args[2]);
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve("serving"));
    switch (args[0]) {
      case "kafka" -> {
        EmbeddedKafka.Config config =
            new EmbeddedKafka.Config(folder, port).advertised(Integer.parseInt(args[3]));
        EmbeddedKafka kafka =
            EmbeddedKafka.start(
                args.length > 4 ? config.locked(new KafkaLogins(Path.of(args[4]))) : config);
        serve(folder, kafka.bootstrapServers(), kafka);
      }
      case "postgres" -> {
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
