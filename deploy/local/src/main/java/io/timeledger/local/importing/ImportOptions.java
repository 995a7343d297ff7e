package io.timeledger.local.importing;

import io.timeledger.local.cli.Arguments;
import io.timeledger.local.cli.UsageException;
import io.timeledger.local.cli.UsageText;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Options of `deploy/local/import`; absent ones are detected or left to the platform.
///
/// @param data folder of the platform to import into; null means the default one, unless the
///     environment names another
/// @param parameters of the request
record ImportOptions(
    @Nullable Path file,
    @Nullable Path data,
    @Nullable String url,
    @Nullable String token,
    Map<String, String> parameters,
    boolean help) {
  static final String USAGE = UsageText.of("import");

  ImportOptions {
    parameters = Map.copyOf(parameters);
  }

  static ImportOptions parse(String... args) {
    var arguments = new Arguments(args);
    var options = new ImportOptions(null, null, null, null, Map.of(), false);
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
      case "--format" -> with("format", rest.valueOf(word));
      case "--timezone" -> with("timezone", rest.valueOf(word));
      case "--date-order" -> with("date_order", rest.valueOf(word));
      case "--mode" -> with("mode", rest.valueOf(word));
      case "--preview" -> with("preview", "true");
      case "--column" -> withColumn(rest.valueOf(word));
      case "--data" ->
          new ImportOptions(file, Path.of(rest.valueOf(word)), url, token, parameters, help);
      case "--url" -> new ImportOptions(file, data, rest.valueOf(word), token, parameters, help);
      case "--token" -> new ImportOptions(file, data, url, rest.valueOf(word), parameters, help);
      case "--help", "-h" -> new ImportOptions(file, data, url, token, parameters, true);
      default -> {
        if (word.startsWith("-") || file != null) {
          throw new UsageException("unknown argument " + word);
        }
        yield new ImportOptions(Path.of(word), data, url, token, parameters, help);
      }
    };
  }

  private ImportOptions withColumn(String mapping) {
    var equals = mapping.indexOf('=');
    if (equals < 1 || equals == mapping.length() - 1) {
      throw new UsageException("--column wants NAME=HEADER, not " + mapping);
    }
    return with("column." + mapping.substring(0, equals), mapping.substring(equals + 1));
  }

  private ImportOptions with(String parameter, String value) {
    var more = new TreeMap<>(parameters);
    more.put(parameter, value);
    return new ImportOptions(file, data, url, token, more, help);
  }

  boolean preview() {
    return parameters.containsKey("preview");
  }
}
