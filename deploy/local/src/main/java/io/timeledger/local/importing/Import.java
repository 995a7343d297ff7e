package io.timeledger.local.importing;

import io.timeledger.cli.Program;
import io.timeledger.cli.UsageException;
import io.timeledger.local.DataFolder;
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
    Path data = Path.of(System.getProperty("timeledger.local.data", "deploy/local/data"));
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    Path written = new DataFolder(data).environment();
    System.exit(new Import(System.out, terminal, written, System.getenv()).run(args));
  }

  /// The text of `--help`.
  public static String usage() {
    return new Program<>(ImportOptions.class, _ -> 0).usage();
  }

  public int run(String... args) {
    return new Program<>(ImportOptions.class, this::run).print(out, out).run(args);
  }

  private int run(ImportOptions options) {
    try {
      return send(options);
    } catch (ConnectException e) {
      out.println("import: the platform does not answer; is deploy/local/up running?");
    } catch (IOException e) {
      out.println("import: " + e.getMessage());
    }
    return 1;
  }

  private int send(ImportOptions options) throws IOException {
    Path file = options.file();
    if (!Files.isReadable(file)) {
      throw new UsageException("cannot read " + file);
    }
    ExportFile csv = new ExportFile(file);
    Optional<String> named = Optional.ofNullable(options.format());
    Optional<String> format = named.isPresent() ? named : csv.format();
    String known =
        format.orElseThrow(() -> new UsageException("not a known export; say which with --format"));
    ImportTarget target = ImportTarget.of(options, environmentFile, environment);
    out.printf(
        "%s %s (%s) into %s, as %s says%n",
        options.preview() ? "Previewing" : "Importing",
        file.getFileName(),
        known,
        target.url(),
        target.from());
    ImportCall call = ImportCall.of(target, file, known, options);
    ImportReport report =
        new ImportReport(new ProgressBar(out, terminal, csv.rows()), out, options.preview());
    call.run(report::add);
    return report.finish();
  }
}
