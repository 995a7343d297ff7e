package io.timeledger.bench.compare;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of the load benchmark.
@Command(
    name = "deploy/testing/bench/load",
    description = {
      "",
      "Starts a broker, PostgreSQL, Timeledger's services and the baselines as processes of their"
          + " own, and puts the same load on each in turns: entries one by one at fixed rates, as"
          + " many as go, in batches; then asks how late rollups are, and how fast Postgres is"
          + " rebuilt. Prints tables in Markdown to standard output and progress to standard"
          + " error. Everything is in a temporary folder, removed at the end. Needs about 3 GB of"
          + " memory.",
      ""
    })
final class LoadOptions {
  @Option(names = "--turns", description = "how often each system has its turn")
  int turns = 5;

  @Option(names = "--seconds", description = "of one measurement")
  int seconds = 5;

  /// Maximum rounds before the first measurement; see [WarmUp].
  int warmUps = 12;

  @Option(names = "--poisson", description = "requests come by chance, not evenly")
  boolean poisson;

  @Option(names = "--pin", description = "the generator on one core, all systems on another")
  boolean pinned;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "LIST",
      hideParamSyntax = true,
      description = "of single,saturation,batch,visible,rebuild")
  Set<Part> parts = EnumSet.allOf(Part.class);

  @Option(
      names = "--jfr",
      paramLabel = "FOLDER",
      description = "keep flight recordings of the services there")
  @Nullable Path recordings;

  /// A measurement that can be run separately.
  enum Part {
    SINGLE,
    SATURATION,
    BATCH,
    VISIBLE,
    REBUILD;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(names = "--quick", description = "2 turns of 3 s: about 4 minutes")
  void quick(boolean quick) {
    if (quick) {
      turns = 2;
      seconds = 3;
      warmUps = 2;
    }
  }
}
