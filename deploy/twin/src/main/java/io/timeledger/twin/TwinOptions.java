package io.timeledger.twin;

import io.timeledger.cli.PortNumber;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of the command.
@Command(
    name = "deploy/twin/twin",
    description =
        "Stands in for Google Calendar and Microsoft Graph on 127.0.0.1, with meetings of a week"
            + " around today for member@example.com. All state is in memory. Ctrl-C stops it.")
public final class TwinOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8090",
      converter = PortNumber.class,
      description = "port of the twin; 0 picks a free one")
  private int port = 8090;

  @Option(
      names = "--page-size",
      paramLabel = "N",
      defaultValue = "250",
      description = "most items of a page, whatever is asked for")
  private int pageSize = 250;

  @Option(names = "--empty", description = "no meetings at first")
  private boolean empty;

  TwinSetup setup() {
    return new TwinSetup(port, pageSize, !empty, InstantSource.system(), Optional.empty());
  }
}
