package io.timeledger.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where to import to and as whom: as the command line says, else as the environment says, else as
/// the running platform wrote it to `local.env`.
record ImportTarget(URI url, String token) {

  static ImportTarget of(ImportOptions options, Path environmentFile) {
    var written = Connection.read(environmentFile);
    return new ImportTarget(
        URI.create(value(options.url(), "TIMELEDGER_URL", "--url", written)),
        value(options.token(), "TIMELEDGER_TOKEN", "--token", written));
  }

  private static String value(
      @Nullable String given, String variable, String option, Connection written) {
    return Stream.of(
            Optional.ofNullable(given),
            Optional.ofNullable(System.getenv(variable)),
            written.find(variable))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "no %s: start the platform with deploy/local/up, or give %s"
                        .formatted(variable, option)));
  }
}
