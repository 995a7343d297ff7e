package io.timeledger.contract;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LintIT {
  private static final String TODAY = Document.TODAY.toAbsolutePath().normalize().toString();

  @Test
  void spectralFindsNothing() throws IOException, InterruptedException {
    NodeTools.installed()
        .tool("spectral", "lint", "--fail-severity=warn", "-r", "spectral.yaml", TODAY)
        .requireSuccess();
  }

  @Test
  void redoclyFindsNothing() throws IOException, InterruptedException {
    NodeTools.installed()
        .tool("redocly", "lint", "--config", "redocly.yaml", TODAY)
        .requireSuccess();
  }
}
