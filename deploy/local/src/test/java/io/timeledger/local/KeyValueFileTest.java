package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyValueFileTest {
  @TempDir private Path folder;

  @Test
  void keepsValuesForItsOwnerOnly() throws IOException {
    Path path = folder.resolve("tokens.properties");
    new KeyValueFile(path).put("admin", "tlp_1_a=b");
    assertThat(new KeyValueFile(path).get("admin")).contains("tlp_1_a=b");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void givesTheSameOperatorTokenAtEveryStart() {
    Path path = folder.resolve("tokens.properties");
    String first = new InstallationTokens(path).operator();
    assertThat(first).hasSizeGreaterThanOrEqualTo(32);
    assertThat(new InstallationTokens(path).operator()).isEqualTo(first);
  }
}
