package io.timeledger.embedded;

import java.io.IOException;
import java.nio.file.Path;

/// A process that holds a folder until its input ends or it is killed.
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws IOException {
    DataFolderLock.acquire(Path.of(args[0])).announce("serving http://127.0.0.1:1");
    System.out.println("held");
    System.in.read();
  }

  static Process start(Path folder) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var reader = process.inputReader()) {
      if (!"held".equals(reader.readLine())) {
        throw new IOException("the other process could not take " + folder);
      }
    }
    return process;
  }
}
