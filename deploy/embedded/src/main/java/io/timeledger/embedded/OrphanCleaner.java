package io.timeledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Cleans up after a killed JVM: a shell waits for the end of its input, which comes when this JVM
/// ends in whatever way, then ends a server and deletes its folder.
final class OrphanCleaner {
  private static final String SCRIPT =
      "trap '' INT TERM HUP; cat >/dev/null; kill -QUIT $1 2>/dev/null; sleep 1; rm -rf \"$2\"";

  private OrphanCleaner() {}

  static void watch(long serverPid, Path folder) {
    try {
      new ProcessBuilder(
              "sh", "-c", SCRIPT, "guardian", Long.toString(serverPid), folder.toString())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("guard " + folder, e);
    }
  }
}
