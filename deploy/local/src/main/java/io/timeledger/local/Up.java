package io.timeledger.local;

import io.timeledger.cli.Program;
import io.timeledger.embedded.DataFolderInUseException;
import io.timeledger.embedded.PortInUseException;

/// The command `deploy/local/up`: starts the platform and serves until terminated. Exit status 2
/// means a wrong command line, 1 that it could not start.
public final class Up {
  private Up() {}

  public static void main(String[] args) {
    int status = new Program<>(UpOptions.class, Up::start).run(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// Returns while the platform serves.
  private static int start(UpOptions options) {
    try {
      new LocalPlatform(options).start();
      return 0;
    } catch (DataFolderInUseException e) {
      System.err.println("up: already running on this data folder: " + e.holder());
    } catch (PortInUseException e) {
      System.err.println("up: " + e.getMessage() + "; choose another one with --port");
    } catch (StartFailedException e) {
      System.err.println("up: " + e.getMessage());
    }
    return 1;
  }
}
