package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedKeysTest {
  @Test
  void areMadeOnceAndDiffer(@TempDir Path folder) {
    GeneratedKeys first = new GeneratedKeys(folder.resolve("keys.properties"));
    String secrets = first.secrets();
    String addresses = first.addresses();

    GeneratedKeys again = new GeneratedKeys(folder.resolve("keys.properties"));

    assertThat(again.secrets()).isEqualTo(secrets);
    assertThat(again.addresses()).isEqualTo(addresses).isNotEqualTo(secrets);
    assertThat(Base64.getDecoder().decode(addresses)).hasSize(32);
  }
}
