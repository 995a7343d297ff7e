package io.timeledger.local.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A user's CSV export.
record ExportFile(Path path) {
  private static final Pattern SEPARATOR_LINE = Pattern.compile("\\W*sep=.*");

  /// The system that wrote it, detected from its column names; empty if none matches.
  Optional<String> format() throws IOException {
    try (Stream<String> lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
      String header =
          lines.filter(line -> !SEPARATOR_LINE.matcher(line).matches()).findFirst().orElse("");
      if (has(header, "log_date", "duration_seconds")) {
        return Optional.of("timeledger");
      }
      if (has(header, "Start Date") || has(header, "Startdatum", "Dauer (")) {
        return Optional.of("clockify");
      }
      if (has(header, "First Name", "Hours") || has(header, "Vorname", "Stunden")) {
        return Optional.of("harvest");
      }
      return has(header, "Start date") ? Optional.of("toggl") : Optional.empty();
    }
  }

  private static boolean has(String header, String... columns) {
    return Stream.of(columns).allMatch(header::contains);
  }

  /// Number of records below the header; a line break inside quotes does not end a record.
  int rows() throws IOException {
    int records = 0;
    boolean quoted = false;
    boolean any = false;
    try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
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
