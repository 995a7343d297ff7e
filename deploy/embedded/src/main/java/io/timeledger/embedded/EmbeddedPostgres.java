package io.timeledger.embedded;

import io.timeledger.schemas.postgres.DatabaseRole;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One PostgreSQL 18 server as a child of this JVM, listening on 127.0.0.1 only, with durable
/// commits (`fsync`, `synchronous_commit` on).
///
/// Its folder is locked, filled at the first start and kept at close. The server outlives a killed
/// JVM; the next start on the folder stops it first. The caller must close it: a shutdown hook
/// could stop it before its users.
public final class EmbeddedPostgres implements AutoCloseable {
  public static final String DATABASE = "timeledger";

  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Map<String, String> SETTINGS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "fsync", "on",
          "synchronous_commit", "on",
          "max_connections", "60",
          "timezone", "UTC",
          "log_timezone", "UTC",
          "jit", "off");

  private final PostgresCluster cluster;
  private final DataFolderLock lock;
  private final int port;
  private final String password;
  private final RolePasswords roles;

  /// The server's data folder and port; port 0 picks a free one.
  ///
  /// @param settings of PostgreSQL that override [#SETTINGS] and its own defaults
  public record Config(Path folder, int port, Map<String, String> settings) {
    public Config(Path folder, int port) {
      this(folder, port, Map.of());
    }

    public static Config in(Path folder) {
      return new Config(folder, 0);
    }
  }

  private EmbeddedPostgres(
      PostgresCluster cluster,
      DataFolderLock lock,
      int port,
      String password,
      RolePasswords roles) {
    this.cluster = cluster;
    this.lock = lock;
    this.port = port;
    this.password = password;
    this.roles = roles;
  }

  /// Returns when the server accepts connections and has the database [#DATABASE].
  ///
  /// @throws DataFolderInUseException if a running process has the folder
  /// @throws PortInUseException if another process listens on the port
  public static EmbeddedPostgres start(Config config) {
    Path folder = config.folder().toAbsolutePath();
    DataFolderLock lock = DataFolderLock.acquire(folder);
    try {
      PostgresCluster cluster = new PostgresCluster(folder);
      cluster.stopOrphan();
      int port = LoopbackPort.require(config.port(), "PostgreSQL");
      Path passwordFile = folder.resolve("password");
      String password = Password.in(passwordFile);
      cluster.create(passwordFile);
      Map<String, String> settings = new HashMap<>(SETTINGS);
      settings.putAll(config.settings());
      cluster.start(port, settings);
      EmbeddedPostgres postgres =
          new EmbeddedPostgres(cluster, lock, port, password, new RolePasswords(folder));
      postgres.createDatabaseOrStop();
      log.info("postgres started port={} folder={}", port, folder);
      return postgres;
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /// Stops the server that a killed process left on this folder, if there is one; for callers that
  /// need the folder or its port. The caller must hold the folder.
  public static void stopOrphan(Path folder) {
    if (Postmaster.isLeftIn(folder.resolve("data"))) {
      new PostgresCluster(folder.toAbsolutePath()).stopOrphan();
    }
  }

  private void createDatabaseOrStop() {
    try {
      createDatabase(DATABASE);
      roles.set(this);
    } catch (RuntimeException e) {
      cluster.stop();
      throw e;
    }
  }

  /// Creates a database if it does not exist, and grants the platform's roles their rights on it.
  public void createDatabase(String name) {
    try (Connection connection = connect("postgres");
        PreparedStatement question =
            connection.prepareStatement("select 1 from pg_database where datname = ?");
        Statement statement = connection.createStatement()) {
      question.setString(1, name);
      try (ResultSet found = question.executeQuery()) {
        if (!found.next()) {
          statement.execute("create database " + statement.enquoteIdentifier(name, true));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("create database " + name, e);
    }
    try (Connection connection = connect(name);
        Statement statement = connection.createStatement()) {
      statement.execute(DatabaseRole.script());
    } catch (SQLException e) {
      throw new IllegalStateException("roles of database " + name, e);
    }
  }

  /// A new connection to one of the databases, owned by the caller.
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), username(), password);
  }

  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /// The superuser, for administrators; services use a [DatabaseRole].
  public String username() {
    return PostgresCluster.SUPERUSER;
  }

  public String password() {
    return password;
  }

  /// Passwords of the roles, for all its databases.
  public RolePasswords roles() {
    return roles;
  }

  public int port() {
    return port;
  }

  /// The server's process id.
  public long pid() {
    return cluster.pid();
  }

  /// Simulates a killed JVM: releases the lock, but leaves the server running.
  void abandon() {
    lock.close();
  }

  /// Ends all sessions and stops the server within 10 s.
  @Override
  public void close() {
    try {
      cluster.stop();
      log.info("postgres stopped port={}", port);
    } finally {
      lock.close();
    }
  }
}
