package io.timeledger.local;

import io.timeledger.cli.Program;
import io.timeledger.cli.UsageException;
import io.timeledger.embedded.DataFolderInUseException;
import io.timeledger.embedded.DataFolderLock;
import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.EmbeddedPostgres;
import io.timeledger.local.OperateOptions.LocalCommand;
import io.timeledger.streams.StreamsProcessor;
import java.util.stream.Stream;

/// The command `deploy/local/operate`: runs an operator command of the streams-processor on the
/// platform of a data folder. Uses the running platform, else starts broker and database itself.
public final class Operate {
  private Operate() {}

  public static void main(String[] args) {
    System.exit(new Program<>(OperateOptions.class, Operate::run).run(args));
  }

  private static int run(OperateOptions options) {
    DataFolder data = new DataFolder(options.data().toAbsolutePath().normalize());
    if (!data.kafka().toFile().exists()) {
      throw new UsageException("no data in " + data.root() + ": start it once with up");
    }
    try {
      Logging.to(data.operateLog());
      onServersOf(data, options.command());
      return 0;
    } catch (StartFailedException e) {
      System.err.println("operate: " + e.getMessage());
    } catch (Exception e) {
      System.err.println("operate: " + ErrorMessages.of(e));
    }
    return 1;
  }

  private static void onServersOf(DataFolder data, LocalCommand command) throws Exception {
    try (DataFolderLock _ = DataFolderLock.acquire(data.root())) {
      Teardown teardown = new Teardown();
      try {
        ConcurrentPair<EmbeddedKafka, EmbeddedPostgres> both =
            new ServerStart(data, teardown, new StartProgress(System.out)).run();
        run(command, Servers.of(both.first(), both.second()), data);
      } finally {
        teardown.run();
      }
    } catch (DataFolderInUseException e) {
      if (command == LocalCommand.RESET_VIEWS) {
        throw new StartFailedException("stop the platform first: " + e.holder(), e);
      }
      run(command, Servers.of(LocalEnvironment.read(data.environment()), data), data);
    }
  }

  private static void run(LocalCommand command, Servers servers, DataFolder data) {
    Stream<String> settings =
        LocalService.arguments(new Services(servers, data, false).forStreams());
    StreamsProcessor.main(
        Stream.concat(Stream.of(command.toString()), settings).toArray(String[]::new));
  }
}
