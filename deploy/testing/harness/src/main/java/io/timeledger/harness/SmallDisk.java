package io.timeledger.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A small separate disk for one folder, to be filled up. It is in memory, and gone when closed.
public final class SmallDisk implements AutoCloseable {
  private static final byte[] BLOCK = new byte[64 * 1024];

  private final Path folder;
  private final Path ballast;

  private SmallDisk(Path folder) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast");
  }

  /// Empty where this process may not mount: only root may, and only on Linux.
  static Optional<SmallDisk> at(Path folder, int megabytes) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return succeeds(
            "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())
        ? Optional.of(new SmallDisk(folder))
        : Optional.empty();
  }

  /// Fills the disk completely.
  public void fill() {
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(BLOCK);
      }
    } catch (IOException full) {
      if (!Files.exists(ballast)) {
        throw new UncheckedIOException(full);
      }
    }
  }

  /// Frees the space again.
  public void free() {
    try {
      Files.deleteIfExists(ballast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    succeeds("umount", "-l", folder.toString());
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // no such command here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
