package io.timeledger.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/// Runs a main class of the tests in a process of its own, to be killed.
final class OtherJvm {
  private OtherJvm() {}

  /// Returns when it has printed the line.
  static Process start(Class<?> main, Path folder, String line) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(java, "-cp", classPath, main.getName(), folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader reader = process.inputReader();
    for (String said = reader.readLine(); !line.equals(said); said = reader.readLine()) {
      if (said == null) {
        throw new IOException(main + " ended");
      }
    }
    return process;
  }
}
