package io.timeledger.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What `deploy/local/import` was asked for; what is absent is guessed or left to the platform.
record ImportOptions(
    @Nullable Path file,
    @Nullable String format,
    @Nullable String timezone,
    @Nullable String dateOrder,
    @Nullable String url,
    @Nullable String token,
    boolean help) {
  static final String USAGE =
      """
      Usage: deploy/local/import FILE [--format toggl|clockify] [--timezone ZONE]
                                 [--date-order mdy|dmy|ymd] [--url URL] [--token TOKEN]

      Imports a CSV export of Toggl Track or Clockify into the demo workspace. Importing the same
      file again adds nothing. Failed rows are listed with the reason; the others are imported.

        --format      which system wrote the file (default: seen from its first line)
        --timezone    IANA name of the zone the file's times are in (default: the member's)
        --date-order  how the file writes dates, needed when 03/04/2026 could be both
        --url         address of the platform (default: from local.env)
        --token       token to import with (default: from local.env)
        --help        show this text

      Exit status: 0 all rows are in, 1 some failed or nothing was imported, 2 wrong usage.
      """;

  static ImportOptions parse(String... args) {
    var arguments = new Arguments(args);
    var options = new ImportOptions(null, null, null, null, null, null, false);
    while (!arguments.isEmpty()) {
      options = options.with(arguments.next(), arguments);
    }
    if (options.file == null && !options.help) {
      throw new UsageException("which file?");
    }
    return options;
  }

  private ImportOptions with(String word, Arguments rest) {
    return switch (word) {
      case "--format" ->
          new ImportOptions(file, rest.valueOf(word), timezone, dateOrder, url, token, help);
      case "--timezone" ->
          new ImportOptions(file, format, rest.valueOf(word), dateOrder, url, token, help);
      case "--date-order" ->
          new ImportOptions(file, format, timezone, rest.valueOf(word), url, token, help);
      case "--url" ->
          new ImportOptions(file, format, timezone, dateOrder, rest.valueOf(word), token, help);
      case "--token" ->
          new ImportOptions(file, format, timezone, dateOrder, url, rest.valueOf(word), help);
      case "--help", "-h" -> new ImportOptions(file, format, timezone, dateOrder, url, token, true);
      default -> {
        if (word.startsWith("-") || file != null) {
          throw new UsageException("unknown argument " + word);
        }
        yield new ImportOptions(Path.of(word), format, timezone, dateOrder, url, token, help);
      }
    };
  }
}
