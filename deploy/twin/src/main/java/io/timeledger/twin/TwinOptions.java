package io.timeledger.twin;

import io.timeledger.cli.PortNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of `deploy/twin/twin`.
@Command(
    name = "deploy/twin/twin",
    description = {
      "",
      "Stands in for Google Calendar and Microsoft Graph on 127.0.0.1, with a week of meetings around"
          + " today for member@example.com. All of it is in memory. Ctrl-C stops it.",
      ""
    })
interface TwinOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "18090",
      converter = PortNumber.class,
      description = "where it listens; 0 picks a free port")
  int port();

  @Option(
      names = "--page-size",
      paramLabel = "N",
      defaultValue = "250",
      description = "most items of a page, whatever is asked for")
  int pageSize();

  @Option(names = "--empty", description = "begin without meetings")
  boolean empty();
}
