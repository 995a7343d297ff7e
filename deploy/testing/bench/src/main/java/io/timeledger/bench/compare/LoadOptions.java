package io.timeledger.bench.compare;

import io.timeledger.bench.BenchUsageException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Options of the load benchmark.
///
/// @param turns how often everything is measured, system after system
/// @param seconds of one measurement
/// @param warmUps maximum rounds before the first measurement; see [WarmUp]
/// @param recordings folder for flight recordings of the services; null for none
record LoadOptions(
    int turns,
    int seconds,
    int warmUps,
    boolean poisson,
    boolean pinned,
    Set<Part> parts,
    @Nullable Path recordings,
    boolean help) {

  /// A measurement that can be run separately.
  enum Part {
    SINGLE,
    SATURATION,
    BATCH,
    VISIBLE,
    REBUILD;

    static Part of(String name) {
      return Arrays.stream(values())
          .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .orElseThrow(() -> new BenchUsageException("there is no part " + name));
    }
  }

  static final String USAGE =
      """
      Usage: deploy/testing/bench/load [options]

      Starts a broker, PostgreSQL, Timeledger's services and the baselines as processes of their
      own, and puts the same load on each in turns: entries one by one at fixed rates, as many as
      go, in batches; then asks how late rollups are, and how fast Postgres is filled anew. Prints
      tables in Markdown to standard output and progress to standard error. Everything is in a
      temporary folder, removed at the end. Needs about 3 GB of memory.

        --quick         2 turns of 3 s: about 4 minutes
        --turns N       how often each system has its turn (5)
        --seconds N     of one measurement (5)
        --only PARTS    of single,saturation,batch,visible,rebuild
        --poisson       requests come by chance, not evenly
        --pin           the generator on one core, all systems on another
        --jfr FOLDER    keep flight recordings of the services there
        --help          this
      """;

  static LoadOptions parse(String... args) {
    LoadOptions options =
        new LoadOptions(5, 5, 12, false, false, EnumSet.allOf(Part.class), null, false);
    Deque<String> rest = new ArrayDeque<>(List.of(args));
    while (!rest.isEmpty()) {
      options = options.with(rest.pop(), rest);
    }
    return options;
  }

  private LoadOptions with(String option, Deque<String> rest) {
    return switch (option) {
      case "--quick" -> new LoadOptions(2, 3, 2, poisson, pinned, parts, recordings, help);
      case "--turns" ->
          new LoadOptions(
              number(option, rest), seconds, warmUps, poisson, pinned, parts, recordings, help);
      case "--seconds" ->
          new LoadOptions(
              turns, number(option, rest), warmUps, poisson, pinned, parts, recordings, help);
      case "--only" ->
          new LoadOptions(
              turns, seconds, warmUps, poisson, pinned, parts(option, rest), recordings, help);
      case "--poisson" ->
          new LoadOptions(turns, seconds, warmUps, true, pinned, parts, recordings, help);
      case "--pin" ->
          new LoadOptions(turns, seconds, warmUps, poisson, true, parts, recordings, help);
      case "--jfr" ->
          new LoadOptions(
              turns, seconds, warmUps, poisson, pinned, parts, Path.of(text(option, rest)), help);
      case "--help", "-h" ->
          new LoadOptions(turns, seconds, warmUps, poisson, pinned, parts, recordings, true);
      default -> throw new BenchUsageException("unknown option " + option);
    };
  }

  private static Set<Part> parts(String option, Deque<String> rest) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String name : text(option, rest).split(",", -1)) {
      parts.add(Part.of(name));
    }
    return parts;
  }

  private static String text(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new BenchUsageException(option + " wants a value");
    }
    return rest.pop();
  }

  private static int number(String option, Deque<String> rest) {
    String value = text(option, rest);
    if (!value.matches("[1-9][0-9]{0,3}")) {
      throw new BenchUsageException(option + " wants a whole number from 1");
    }
    return Integer.parseInt(value);
  }
}
