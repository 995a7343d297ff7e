package io.timeledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Deletes folders recursively.
public final class Folders {
  private Folders() {}

  /// Deletes the folder; a no-op if it does not exist, or vanishes meanwhile.
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException e) {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("delete " + folder, e);
    }
  }
}
