package io.timeledger.twin;

import io.timeledger.cli.Program;
import java.time.InstantSource;
import java.util.Optional;

/// The command that serves until it is stopped.
final class Twin {
  private Twin() {}

  public static void main(String... args) {
    int status = new Program<>(TwinOptions.class, Twin::serve).run(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// The server's thread keeps the process alive.
  private static int serve(TwinOptions options) {
    TwinSetup setup =
        new TwinSetup(
            options.port(),
            options.pageSize(),
            !options.empty(),
            InstantSource.system(),
            Optional.empty());
    ProviderTwin twin = ProviderTwin.start(setup);
    System.out.println("CALENDAR_TWIN=" + twin.url());
    return 0;
  }
}
