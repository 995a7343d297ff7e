package io.timeledger.acceptance.calendar;

import io.timeledger.cli.Count;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of `deploy/testing/acceptance/calendar`.
@Command(
    name = "deploy/testing/acceptance/calendar",
    description = {
      "",
      "Starts the platform as processes of its own for each trial, and the provider twin as Google and"
          + " Microsoft, changes meetings at random, does the harm that the trial is about, and holds"
          + " the blocks against what the twin says. Prints each promise with its figure. Exit"
          + " status 1: a promise was broken.",
      ""
    },
    footer = {
      "",
      "The trials:",
      "  kills       kill -9 at random points of rounds, full and incremental",
      "  freeze      one of two connectors is frozen in the middle of a round for 70 s",
      "  postgres    the schema of the connector is dropped",
      "  neighbours  20 accounts whose provider hangs beside 20 healthy ones",
      "  endless     pages that never end",
      "",
      "Figures of time mean something on a calm machine only. Needs about 2 GB of memory."
    })
interface CalendarTrialsOptions {
  @Option(
      names = "--trials",
      paramLabel = "LIST",
      hideParamSyntax = true,
      split = ",",
      defaultValue = "kills,freeze,postgres,neighbours,endless",
      description = "which, in this order (all of them: half an hour)")
  List<CalendarTrial> trials();

  @Option(
      names = "--kills",
      defaultValue = "30",
      converter = Count.class,
      description = "how often the connector is killed")
  int kills();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "meetings and points of kills follow from it: repeat a failing run")
  long seed();

  /// A trial that can be run separately.
  enum CalendarTrial {
    KILLS,
    FREEZE,
    POSTGRES,
    NEIGHBOURS,
    ENDLESS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
