package io.timeledger.local;

import io.timeledger.cli.Program;
import io.timeledger.cli.UsageException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Locale;

/// The command `deploy/local/console`: makes another link into the console. Exit status 2 means a
/// wrong command line, 1 that there is no link.
public final class OpenConsole {
  private OpenConsole() {}

  public static void main(String[] args) {
    System.exit(new Program<>(ConsoleOptions.class, OpenConsole::run).run(args));
  }

  private static int run(ConsoleOptions options) {
    DataFolder data = new DataFolder(options.data().toAbsolutePath().normalize());
    LocalEnvironment running = LocalEnvironment.read(data.environment());
    if (running.variables().isEmpty()) {
      throw new UsageException("no data in " + data.root() + ": start it once with up");
    }
    try {
      URI base = URI.create(running.get("TIMELEDGER_URL"));
      String link =
          new LoginLinkRequest(new RestApi(base), running.get("TIMELEDGER_TOKEN"))
              .send(DemoWorkspace.userOf(options.as()));
      System.out.println(link);
      if (options.open()) {
        open(link);
      }
      return 0;
    } catch (ConnectException e) {
      System.err.println("console: nothing runs on " + data.root() + ": start it with up");
    } catch (StartFailedException e) {
      System.err.println("console: " + e.getMessage());
    } catch (IOException e) {
      System.err.println("console: " + ErrorMessages.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  private static void open(String link) throws IOException {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    new ProcessBuilder(os.contains("mac") ? "open" : "xdg-open", link).inheritIO().start();
  }
}
