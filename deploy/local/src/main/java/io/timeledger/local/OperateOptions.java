package io.timeledger.local;

import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Options of `deploy/local/operate`.
@Command(
    name = "deploy/local/operate",
    description = {
      "",
      "Runs an operator command on the platform that deploy/local/up keeps in DIR, running or not:",
      "",
      "  rebuild          builds new read models in Postgres from Kafka, beside the live ones",
      "  provision        creates missing topics, commits first offsets, checks both",
      "  recover-offsets  recovers the ledger's committed offsets after Kafka has lost them;",
      "                   the platform must be stopped",
      "  reset-views      resets the rollup and timesheet topics; the next start rebuilds them;",
      "                   the platform must be stopped",
      ""
    })
interface OperateOptions {
  @Parameters(paramLabel = "COMMAND", description = "one of these")
  LocalCommand command();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = DataFolder.DEFAULT,
      description = "data folder of the platform")
  Path data();

  /// The operator commands that fit one machine.
  enum LocalCommand {
    REBUILD,
    PROVISION,
    RECOVER_OFFSETS,
    RESET_VIEWS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
