package io.timeledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
  @TempDir private Path folder;

  @Test
  void isDurableVersion18AndKeepsRowsOverRestart() throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Config.in(folder))) {
      assertThat(ask(postgres, "show server_version")).startsWith("18.");
      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      ask(postgres, "create table kept as select 'yes' as answer; select 1");
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Config.in(folder))) {
      assertThat(ask(postgres, "select answer from kept")).isEqualTo("yes");
    }
  }

  @Test
  void refusesSecondStartOnALiveFolder() throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Config.in(folder))) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(EmbeddedPostgres.Config.in(folder)))
          .isInstanceOf(DataFolderInUseException.class);
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void stopsTheServerThatAKilledProcessLeftBehind() throws SQLException {
    EmbeddedPostgres first = EmbeddedPostgres.start(EmbeddedPostgres.Config.in(folder));
    ask(first, "create table kept as select 'yes' as answer; select 1");
    Postmaster orphan = new Postmaster(first.pid(), folder.resolve("data"));
    try (Connection forgotten = first.connect(EmbeddedPostgres.DATABASE)) {
      assertThat(forgotten.isClosed()).isFalse();
      assertThat(orphan.isAlive()).isTrue();
      first.abandon();
      try (EmbeddedPostgres second =
          EmbeddedPostgres.start(new EmbeddedPostgres.Config(folder, first.port()))) {
        assertThat(orphan.isAlive()).isFalse();
        assertThat(second.pid()).isNotEqualTo(orphan.pid());
        assertThat(ask(second, "select answer from kept")).isEqualTo("yes");
      }
    }
  }

  @Test
  void ignoresAPidFileThatNamesAnotherProgram() throws IOException, SQLException {
    EmbeddedPostgres.start(EmbeddedPostgres.Config.in(folder)).close();
    String self = Long.toString(ProcessHandle.current().pid());
    Files.writeString(folder.resolve("data").resolve("postmaster.pid"), self + "\n");
    assertThat(Postmaster.of(folder.resolve("data")).orElseThrow().isAlive()).isFalse();
  }

  @Test
  void startsAfterAKilledServerWhoseParentHasNotHeardOfIt() throws Exception {
    EmbeddedPostgres.start(EmbeddedPostgres.Config.in(folder)).close();
    Path data = folder.resolve("data");
    List<String> command = new ArrayList<>(Unprivileged.here().prefix());
    command.addAll(List.of("sh", "-c", "sleep 0.2 & echo $!; exec sleep 3"));
    Process deaf = new ProcessBuilder(command).start();
    String killed = deaf.inputReader().readLine();
    Files.writeString(data.resolve("postmaster.pid"), killed + "\n" + data + "\n");

    EmbeddedPostgres.start(EmbeddedPostgres.Config.in(folder)).close();

    assertThat(deaf.isAlive()).as("the parent while the server started").isFalse();
  }

  @Test
  void refusesPortInUseBeforeItCreatesAnything() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      EmbeddedPostgres.Config config = new EmbeddedPostgres.Config(folder, taken.getLocalPort());
      assertThatThrownBy(() -> EmbeddedPostgres.start(config))
          .isInstanceOf(PortInUseException.class);
      assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }
  }

  private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.connect(EmbeddedPostgres.DATABASE);
        Statement statement = connection.createStatement()) {
      boolean more = statement.execute(sql);
      while (!more) {
        more = statement.getMoreResults();
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
