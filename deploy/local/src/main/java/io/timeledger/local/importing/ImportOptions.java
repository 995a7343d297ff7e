package io.timeledger.local.importing;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Options of `deploy/local/import`; absent ones are detected or left to the platform.
@Command(
    name = "deploy/local/import",
    description = {
      "",
      "Imports a CSV export of Toggl Track, Clockify, Harvest or Timeledger itself into a running"
          + " platform, which is named first. Importing the same file again adds nothing. Rows that"
          + " failed or were skipped are listed with the reason; the others are imported.",
      ""
    },
    footer = {
      "",
      "With --data, the variables of the environment do not count.",
      "",
      "Exit status: 0 all rows are in, 1 some failed or nothing was imported, 2 wrong usage."
    })
interface ImportOptions {
  @Parameters(paramLabel = "FILE", description = "the export")
  Path file();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "which system wrote the file: toggl, clockify, harvest or timeledger (default: seen from"
              + " its first line)")
  @Nullable String format();

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      description = "IANA name of the zone the file's times are in (default: the member's)")
  @Nullable String timezone();

  @Option(
      names = "--date-order",
      paramLabel = "ORDER",
      description =
          "how the file writes dates, needed when 03/04/2026 could be both: mdy, dmy or ymd")
  @Nullable String dateOrder();

  @Option(
      names = "--column",
      paramLabel = "NAME=HEADER",
      description =
          "header of a column that is called otherwise, as in --column task=Activity; may come"
              + " several times")
  @Nullable Map<String, String> columns();

  @Option(
      names = "--preview",
      description = "say what would become of each row, and import nothing")
  boolean preview();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "add or replace; replace also deletes earlier rows of the same people, days and source"
              + " that are not in the file; try it with --preview first (default: add)")
  @Nullable String mode();

  /// Null means the default one, unless the environment names another.
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "data folder of the platform (default: deploy/local/data)")
  @Nullable Path data();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "its address (default: TIMELEDGER_URL, else as in DIR/local.env)")
  @Nullable String url();

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "token to use (default: TIMELEDGER_TOKEN, else as in DIR/local.env)")
  @Nullable String token();
}
