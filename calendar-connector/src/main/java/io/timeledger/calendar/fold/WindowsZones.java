package io.timeledger.calendar.fold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/// Maps the zone names of Windows, Outlook and Exchange to IANA zones.
final class WindowsZones {
  private static final String FILE = "windows-zones.properties";
  private static final Map<String, ZoneId> BY_NAME = read();

  private WindowsZones() {}

  /// The zone of a Windows name, ignoring case; empty for other names.
  static Optional<ZoneId> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name.strip().toLowerCase(Locale.ROOT)));
  }

  private static Map<String, ZoneId> read() {
    Properties names = new Properties();
    try (InputStream file = WindowsZones.class.getResourceAsStream(FILE)) {
      names.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names.stringPropertyNames().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                name -> name.toLowerCase(Locale.ROOT), name -> ZoneId.of(names.getProperty(name))));
  }
}
