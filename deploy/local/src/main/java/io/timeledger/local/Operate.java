package io.timeledger.local;

import io.timeledger.embedded.DataFolderInUseException;
import io.timeledger.embedded.DataFolderLock;
import io.timeledger.local.cli.Arguments;
import io.timeledger.local.cli.ErrorMessages;
import io.timeledger.local.cli.UsageException;
import io.timeledger.local.cli.UsageText;
import io.timeledger.streams.StreamsProcessor;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/// The command `deploy/local/operate`: runs an operator command of the streams-processor on the
/// platform of a data folder. Uses the running platform, else starts broker and database itself.
public final class Operate {
  static final String USAGE = UsageText.of("operate");
  private static final Set<String> COMMANDS =
      Set.of("rebuild", "provision", "recover-offsets", "reset-views");

  private Operate() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String... args) {
    try {
      var arguments = new Arguments(args);
      var command = arguments.isEmpty() ? "" : arguments.next();
      if (!COMMANDS.contains(command)) {
        throw new UsageException("which command?");
      }
      var data = new DataFolder(folder(arguments).toAbsolutePath().normalize());
      Logging.to(data.operateLog());
      onServersOf(data, command);
      return 0;
    } catch (UsageException e) {
      System.err.println("operate: " + e.getMessage() + "\n\n" + USAGE);
      return 2;
    } catch (StartFailedException e) {
      System.err.println("operate: " + e.getMessage());
      return 1;
    } catch (Exception e) {
      System.err.println("operate: " + ErrorMessages.of(e));
      return 1;
    }
  }

  private static Path folder(Arguments arguments) {
    var folder = Path.of(System.getProperty("timeledger.local.data", "deploy/local/data"));
    while (!arguments.isEmpty()) {
      var option = arguments.next();
      if (!option.equals("--data")) {
        throw new UsageException("unknown option " + option);
      }
      folder = Path.of(arguments.valueOf(option));
    }
    return folder;
  }

  private static void onServersOf(DataFolder data, String command) throws Exception {
    if (!data.kafka().toFile().exists()) {
      throw new UsageException("no data in " + data.root() + ": start it once with up");
    }
    try (var _ = DataFolderLock.acquire(data.root())) {
      var teardown = new Teardown();
      try {
        var both = new ServerStart(data, teardown, new StartProgress(System.out)).run();
        run(command, Servers.of(both.first(), both.second()), data);
      } finally {
        teardown.run();
      }
    } catch (DataFolderInUseException e) {
      if (command.equals("reset-views")) {
        throw new StartFailedException("stop the platform first: " + e.holder(), e);
      }
      run(command, Servers.of(LocalEnvironment.read(data.environment()), data), data);
    }
  }

  private static void run(String command, Servers servers, DataFolder data) {
    var settings = LocalService.arguments(new Services(servers, data, false).forStreams());
    StreamsProcessor.main(Stream.concat(Stream.of(command), settings).toArray(String[]::new));
  }
}
