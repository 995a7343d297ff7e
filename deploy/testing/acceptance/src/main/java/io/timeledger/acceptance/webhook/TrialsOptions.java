package io.timeledger.acceptance.webhook;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of `deploy/testing/acceptance/webhooks`.
@Command(
    name = "deploy/testing/acceptance/webhooks",
    description = {
      "",
      "Starts a broker, a database and webhook-dispatchers as processes of their own for each trial,"
          + " writes events to the log, lets subscribers on loopback answer, hang and refuse, does"
          + " the harm that the trial is about, and holds what arrived against the delivery log."
          + " Prints each promise with its figure. Exit status 1: a promise was broken.",
      ""
    },
    footer = {
      "",
      "The trials:",
      "  punctuality  a subscriber that is never available, and 1000 retries under 500 events/s"
          + " (38 min)",
      "  kills        kill -9 again and again at 500 events/s",
      "  freeze       one of two dispatchers is frozen in the middle of a call",
      "  neighbours   20 of 200 subscribers take calls and never answer",
      "  postgres     the database is away for a minute",
      "  kafka        the broker is away for a minute",
      "",
      "Figures of time mean something on a calm machine only. Needs about 1.5 GB of memory."
    })
interface TrialsOptions {
  @Option(
      names = "--trials",
      paramLabel = "LIST",
      hideParamSyntax = true,
      split = ",",
      defaultValue = "freeze,neighbours,postgres,kafka,kills,punctuality",
      description = "which, in this order (all of them: an hour)")
  List<Trial> trials();

  @Option(
      names = "--delay-scale",
      defaultValue = "1",
      description = "factor of the gaps between attempts: 1, 5 and 30 minutes")
  double delayScale();

  @Option(
      names = "--kills",
      defaultValue = "10",
      description = "how often the dispatcher is killed")
  int kills();

  /// A trial that can be run separately.
  enum Trial {
    FREEZE,
    NEIGHBOURS,
    POSTGRES,
    KAFKA,
    KILLS,
    PUNCTUALITY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
