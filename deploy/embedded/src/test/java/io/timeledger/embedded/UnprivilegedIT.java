package io.timeledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Containers often run as root without the right to make user namespaces.
class UnprivilegedIT {
  @TempDir private Path folder;

  @Test
  void rootServesTheSameDataInEveryWay() throws Exception {
    assumeThat(new UnixSystem().getUid()).isZero();
    assumeThat(Unprivileged.here()).isEqualTo(Unprivileged.USER_NAMESPACE);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Path password = Files.writeString(folder.resolve("password"), "secret");
    for (Unprivileged way :
        new Unprivileged[] {
          Unprivileged.NOBODY, Unprivileged.USER_NAMESPACE, Unprivileged.NOBODY
        }) {
      PostgresCluster cluster = new PostgresCluster(folder, way);
      cluster.create(password);
      cluster.start(
          LoopbackPort.free(),
          Map.of("listen_addresses", "127.0.0.1", "unix_socket_directories", ""));
      assertThat(Postmaster.isLeftIn(folder.resolve("data"))).isTrue();
      cluster.stop();
      assertThat(Postmaster.isLeftIn(folder.resolve("data"))).isFalse();
    }
  }
}
