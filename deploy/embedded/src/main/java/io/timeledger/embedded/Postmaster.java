package io.timeledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The server process that `postmaster.pid` names; unlike the process, the file survives a power
/// cut.
record Postmaster(long pid, Path data) {

  static Optional<Postmaster> of(Path data) {
    try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
      return lines
          .findFirst()
          .map(String::strip)
          .map(Long::valueOf)
          .map(pid -> new Postmaster(pid, data));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isLeftIn(Path data) {
    return of(data).filter(Postmaster::isAlive).isPresent();
  }

  /// Whether it runs; a process of another program with the same pid does not count.
  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::info)
        .filter(info -> info.command().orElse("").endsWith("/postgres"))
        .isPresent();
  }
}
