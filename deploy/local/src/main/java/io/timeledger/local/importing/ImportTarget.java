package io.timeledger.local.importing;

import io.timeledger.cli.UsageException;
import io.timeledger.local.DataFolder;
import io.timeledger.local.LocalEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The address and token for an import. In order of precedence: the command line, the running
/// platform of the named data folder, the environment, the platform of the default folder.
///
/// @param from the source of the address
record ImportTarget(URI url, String token, String from) {

  static ImportTarget of(ImportOptions options, Path usual, Map<String, String> environment) {
    Path data = options.data();
    Path file = data == null ? usual : new DataFolder(data).environment();
    LocalEnvironment written = LocalEnvironment.read(file);
    Map<String, String> variables = data == null ? environment : Map.<String, String>of();
    ImportTarget.Value url =
        value(options.url(), "TIMELEDGER_URL", "--url", variables, written, file);
    ImportTarget.Value token =
        value(options.token(), "TIMELEDGER_TOKEN", "--token", variables, written, file);
    return new ImportTarget(URI.create(url.text()), token.text(), url.from());
  }

  private record Value(@Nullable String found, String from) {
    String text() {
      return String.valueOf(found);
    }
  }

  private static Value value(
      @Nullable String given,
      String variable,
      String option,
      Map<String, String> environment,
      LocalEnvironment written,
      Path file) {
    return Stream.of(
            new Value(given, option),
            new Value(environment.get(variable), "the environment"),
            new Value(written.find(variable).orElse(null), file.toString()))
        .filter(value -> value.found() != null)
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "no %s in %s: start the platform with deploy/local/up, or give %s"
                        .formatted(variable, file, option)));
  }
}
