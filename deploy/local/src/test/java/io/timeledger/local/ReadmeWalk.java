package io.timeledger.local;

import io.timeledger.local.importing.Import;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// What README.md tells a newcomer to type, run as it stands there: in a folder that looks like the
/// repository, but has the data of the platform under test.
final class ReadmeWalk implements AutoCloseable {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final int PATIENCE_SECONDS = 120;

  private final Path folder;
  private final List<String> blocks;
  private final Process receiver;

  private ReadmeWalk(Path folder, List<String> blocks) throws IOException {
    this.folder = folder;
    this.blocks = blocks;
    receiver = sh("receiver", block("hook.py"));
  }

  /// With the receiver of webhooks running.
  static ReadmeWalk begin(Path folder, Path data) throws IOException {
    Path local = Files.createDirectories(folder.resolve("deploy/local"));
    Files.createSymbolicLink(local.resolve("data"), data);
    Files.createSymbolicLink(local.resolve("samples"), Path.of("samples").toAbsolutePath());
    Path importer = local.resolve("import");
    Files.writeString(
        importer,
        "#!/bin/sh\nexec '%s' -cp '%s' -Dtimeledger.local.data=deploy/local/data %s \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                Import.class.getName()));
    Files.setPosixFilePermissions(importer, PosixFilePermissions.fromString("rwx------"));
    String readme = Files.readString(Path.of("..", "..", "README.md"));
    return new ReadmeWalk(
        folder, BLOCK.matcher(readme).results().map(found -> found.group(1)).toList());
  }

  /// From the first step to the webhook; what the commands printed.
  String take() throws IOException, InterruptedException {
    Process walk = sh("walk", block("tl() {") + block("/time/webhooks\" \\"));
    if (!walk.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("does not end: " + Files.readString(folder.resolve("walk.out")));
    }
    return Files.readString(folder.resolve("walk.out"));
  }

  /// Waits until the receiver has printed it so many times.
  void awaitReceived(String text, int times) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (received().split(Pattern.quote(text), -1).length <= times) {
      if (System.nanoTime() - deadline > 0 || receiver.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("not %d times %s: %s".formatted(times, text, received()));
      }
    }
  }

  String received() {
    try {
      return Files.readString(folder.resolve("receiver.out"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean has(String command) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "command -v " + command + " >/dev/null").start().waitFor()
        == 0;
  }

  private String block(String with) {
    return blocks.stream().filter(block -> block.contains(with)).findFirst().orElseThrow();
  }

  private Process sh(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".sh"), script);
    ProcessBuilder builder =
        new ProcessBuilder("sh", file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".out").toFile());
    builder.environment().keySet().removeIf(variable -> variable.startsWith("TIMELEDGER_"));
    return builder.start();
  }

  @Override
  public void close() {
    receiver.descendants().forEach(ProcessHandle::destroy);
    receiver.destroy();
  }
}
