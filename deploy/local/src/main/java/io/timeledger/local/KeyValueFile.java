package io.timeledger.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A small file of `key=value` lines, readable by its owner only, saved on every change.
final class KeyValueFile {
  private final OwnerOnlyFile file;
  private final Map<String, String> values = new TreeMap<>();

  KeyValueFile(Path path) {
    file = new OwnerOnlyFile(path);
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<String> lines = Files.lines(path)) {
      lines
          .map(entry -> entry.split("=", 2))
          .filter(entry -> entry.length == 2)
          .forEach(entry -> values.put(entry[0], entry[1]));
    } catch (IOException e) {
      throw new UncheckedIOException("read " + path, e);
    }
  }

  synchronized Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  synchronized void put(String key, String value) {
    if (!value.equals(values.put(key, value))) {
      file.write(
          values.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
              .collect(Collectors.joining()));
    }
  }
}
