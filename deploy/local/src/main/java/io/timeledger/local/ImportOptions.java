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
  static final String USAGE = UsageText.of("import");

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
