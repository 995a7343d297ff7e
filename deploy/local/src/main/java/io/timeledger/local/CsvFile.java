package io.timeledger.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A CSV export as a person hands it over.
record CsvFile(Path path) {

  /// Which system wrote it, seen from how it spells the start column, or that there is none.
  Optional<String> format() throws IOException {
    try (var lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
      var header = lines.findFirst().orElse("");
      if (header.contains("Start Date")) {
        return Optional.of("clockify");
      }
      if (header.contains("First Name") && header.contains("Hours")) {
        return Optional.of("harvest");
      }
      return header.contains("Start date") ? Optional.of("toggl") : Optional.empty();
    }
  }

  /// Number of records below the header; a line break inside quotes does not end a record.
  int rows() throws IOException {
    int records = 0;
    boolean quoted = false;
    boolean any = false;
    try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      for (int read = in.read(); read >= 0; read = in.read()) {
        quoted ^= read == '"';
        if (read == '\n' && !quoted) {
          records += any ? 1 : 0;
          any = false;
        } else if (read != '\r') {
          any = true;
        }
      }
    }
    return Math.max(0, records + (any ? 1 : 0) - 1);
  }
}
