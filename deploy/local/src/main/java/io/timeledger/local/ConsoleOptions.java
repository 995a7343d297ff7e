package io.timeledger.local;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of `deploy/local/console`.
@Command(
    name = "deploy/local/console",
    description = {
      "",
      "Prints a link that signs in to the web console of the platform that deploy/local/up runs. It"
          + " works once, within 12 hours.",
      ""
    })
interface ConsoleOptions {
  @Option(
      names = "--as",
      paramLabel = "WHO",
      defaultValue = "olivia",
      description = "olivia, the owner; max, a member; or the id of another member")
  String as();

  @Option(names = "--open", description = "open it in the browser, too")
  boolean open();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = DataFolder.DEFAULT,
      description = "data folder of the platform")
  Path data();
}
