package io.timeledger.local.importing;

import io.timeledger.local.DataFolder;
import io.timeledger.local.cli.UsageException;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The command `deploy/local/import`: sends a CSV export to the platform and shows the result of
/// each row. Exit status 0 means that every row is imported.
public final class Import {
  private final PrintStream out;
  private final boolean terminal;
  private final Path environmentFile;
  private final Map<String, String> environment;

  /// @param environmentFile written by the platform of the default data folder
  public Import(
      PrintStream out, boolean terminal, Path environmentFile, Map<String, String> environment) {
    this.out = out;
    this.terminal = terminal;
    this.environmentFile = environmentFile;
    this.environment = environment;
  }

  public static void main(String[] args) {
    var data = Path.of(System.getProperty("timeledger.local.data", "deploy/local/data"));
    var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    var written = new DataFolder(data).environment();
    System.exit(new Import(System.out, terminal, written, System.getenv()).run(args));
  }

  public int run(String... args) {
    try {
      var options = ImportOptions.parse(args);
      if (options.help()) {
        out.print(ImportOptions.USAGE);
        return 0;
      }
      return run(options);
    } catch (UsageException e) {
      out.println("import: " + e.getMessage() + "\n\n" + ImportOptions.USAGE);
      return 2;
    } catch (ConnectException e) {
      out.println("import: the platform does not answer; is deploy/local/up running?");
      return 1;
    } catch (IOException e) {
      out.println("import: " + e.getMessage());
      return 1;
    }
  }

  private int run(ImportOptions options) throws IOException {
    var file = options.file();
    if (file == null || !Files.isReadable(file)) {
      throw new UsageException("cannot read " + file);
    }
    var csv = new ExportFile(file);
    var named = Optional.ofNullable(options.parameters().get("format"));
    var format = named.isPresent() ? named : csv.format();
    var known =
        format.orElseThrow(() -> new UsageException("not a known export; say which with --format"));
    var target = ImportTarget.of(options, environmentFile, environment);
    out.printf(
        "%s %s (%s) into %s, as %s says%n",
        options.preview() ? "Previewing" : "Importing",
        file.getFileName(),
        known,
        target.url(),
        target.from());
    var call = ImportCall.of(target, file, known, options);
    var report =
        new ImportReport(new ProgressBar(out, terminal, csv.rows()), out, options.preview());
    call.run(report::add);
    return report.finish();
  }
}
