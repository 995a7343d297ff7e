package io.timeledger.harness;

import io.timeledger.embedded.BrokerCluster;
import io.timeledger.embedded.KafkaLogins;
import io.timeledger.embedded.RolePasswords;
import io.timeledger.schemas.postgres.DatabaseRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A broker or the database.
public final class BackingServer extends ManagedProcess {
  private final Path folder;
  private final boolean isDatabase;

  private BackingServer(Path folder, boolean isDatabase, Jvm jvm) {
    super(jvm);
    this.folder = folder;
    this.isDatabase = isDatabase;
  }

  /// @param advertised port that clients connect to
  /// @param logins of the users whom the broker authenticates and authorizes; null if it checks no
  ///     permissions
  static BackingServer kafka(Path folder, int port, int advertised, @Nullable KafkaLogins logins) {
    List<String> arguments = new ArrayList<>(List.of("" + port, "" + advertised));
    if (logins != null) {
      arguments.add(logins.folder().toAbsolutePath().toString());
    }
    return of("kafka", folder, 384, arguments);
  }

  /// One broker of several.
  ///
  /// @param hosts file with the addresses of the others
  static BackingServer broker(
      BrokerCluster cluster, BrokerCluster.Node node, Path folder, Path hosts) {
    Path settings = folder.resolveSibling(node.host() + ".properties");
    write(settings, cluster.settings(node, folder.resolve("log").toAbsolutePath()));
    List<String> arguments =
        new ArrayList<>(List.of("broker", folder.toString(), settings.toString(), cluster.id()));
    cluster.logins().ifPresent(users -> arguments.add(users.folder().toAbsolutePath().toString()));
    return new BackingServer(
        folder,
        false,
        jvm(
            node.host(),
            folder,
            // three are compiled at once, and start often
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Djdk.net.hosts.file=" + hosts),
            arguments));
  }

  private static void write(Path file, Map<String, String> settings) {
    Properties properties = new Properties();
    properties.putAll(settings);
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      // it may have passwords
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer = Files.newBufferedWriter(file)) {
        properties.store(writer, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The database, with default durability.
  ///
  /// @param settings of PostgreSQL, as `name=value`
  static BackingServer postgres(Path folder, int port, List<String> settings) {
    return of(
        "postgres", folder, 64, Stream.concat(Stream.of("" + port), settings.stream()).toList());
  }

  private static BackingServer of(String kind, Path folder, int heapMegabytes, List<String> ports) {
    List<String> arguments = new ArrayList<>(List.of(kind, folder.toAbsolutePath().toString()));
    arguments.addAll(ports);
    return new BackingServer(
        folder,
        kind.equals("postgres"),
        jvm(kind, folder, List.of("-Xmx" + heapMegabytes + "m"), arguments));
  }

  private static Jvm jvm(
      String name, Path folder, List<String> options, List<String> serverArguments) {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ServerMain.class.getName()));
    arguments.addAll(serverArguments);
    return new Jvm(name, arguments, Map.of(), folder.resolveSibling(name + ".out"));
  }

  @Override
  public void start() {
    try {
      Files.deleteIfExists(folder.resolve("serving"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    super.start();
  }

  /// For the database, also kills the server itself, not only the process that manages it.
  @Override
  public void kill() {
    if (isDatabase && isReady()) {
      Signals.send("KILL", Long.parseLong(told(1)));
    }
    super.kill();
  }

  @Override
  public boolean isReady() {
    return isAlive() && Files.exists(folder.resolve("serving"));
  }

  /// For the database, includes the server and its sessions, once it serves.
  @Override
  public Stream<ProcessHandle> processes() {
    return isDatabase && isReady()
        ? Stream.concat(super.processes(), tree(Long.parseLong(told(1))))
        : super.processes();
  }

  /// The password of the database's superuser.
  public String password() {
    return told(0);
  }

  /// The password of a database role.
  public String password(DatabaseRole role) {
    return new RolePasswords(folder).of(role);
  }

  /// The database's superuser.
  public String username() {
    return told(2);
  }

  private String told(int place) {
    try {
      return Files.readString(folder.resolve("serving")).split(" ", -1)[place];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
