package io.timeledger.local;

import io.timeledger.embedded.DataFolderInUseException;
import io.timeledger.embedded.PortInUseException;
import io.timeledger.local.cli.UsageException;
import java.nio.file.Path;

/// The command `deploy/local/up`: starts the platform and serves until terminated. Exit status 2
/// means a wrong command line, 1 that it could not start.
public final class Up {
  private Up() {}

  public static void main(String[] args) {
    var started = start(args);
    if (started != 0) {
      System.exit(started < 0 ? 0 : started);
    }
  }

  /// 0 = serving, negative = nothing to do, positive = failed.
  private static int start(String... args) {
    try {
      var options = UpOptions.parse(defaultData(), args);
      if (options.help()) {
        System.out.print(UpOptions.USAGE);
        return -1;
      }
      new LocalPlatform(options).start();
      return 0;
    } catch (UsageException e) {
      System.err.println("up: " + e.getMessage() + "\n\n" + UpOptions.USAGE);
      return 2;
    } catch (DataFolderInUseException e) {
      System.err.println("up: already running on this data folder: " + e.holder());
      return 1;
    } catch (PortInUseException e) {
      System.err.println("up: " + e.getMessage() + "; choose another one with --port");
      return 1;
    } catch (StartFailedException e) {
      System.err.println("up: " + e.getMessage());
      return 1;
    }
  }

  private static Path defaultData() {
    return Path.of(System.getProperty("timeledger.local.data", "deploy/local/data"));
  }
}
