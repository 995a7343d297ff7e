package io.timeledger.acceptance.calendar;

import io.timeledger.acceptance.calendar.CalendarTrialsOptions.CalendarTrial;
import io.timeledger.cli.Program;
import io.timeledger.embedded.Folders;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.JavaCommands;
import io.timeledger.harness.ServiceProcess;
import io.timeledger.twin.ProviderTwin;
import io.timeledger.twin.TwinSetup;
import io.timeledger.twin.script.TwinControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.IntStream;

/// The command `deploy/testing/acceptance/calendar`: each trial on a separate platform. Exit status
/// 1 means a broken guarantee, 2 a wrong command line.
public final class CalendarTrials {
  private static final int PAGE = 3;
  private static final int MEMBERS = 4;
  private static final int NEIGHBOURS = 20;
  private static final int CHANGES = 60;
  /// Enough for a thousand pages, four in a second.
  private static final Duration UNTIL_GIVEN_UP = Duration.ofMinutes(5);
  /// Of both accounts together: each is asked five times a second at most.
  private static final long MOST_CALLS = 2 * 5 * UNTIL_GIVEN_UP.toSeconds();

  private static final Duration LEASE = Duration.ofSeconds(60);

  private final CalendarTrialsOptions options;
  private boolean kept = true;

  private CalendarTrials(CalendarTrialsOptions options) {
    this.options = options;
  }

  public static void main(String[] args) {
    System.exit(new Program<>(CalendarTrialsOptions.class, CalendarTrials::run).run(args));
  }

  /// The text of `--help`.
  public static String usage() {
    return new Program<>(CalendarTrialsOptions.class, _ -> 0).usage();
  }

  private static int run(CalendarTrialsOptions options) throws IOException, InterruptedException {
    CalendarTrials calendars = new CalendarTrials(options);
    for (CalendarTrial trial : options.trials()) {
      calendars.run(trial);
    }
    return calendars.kept ? 0 : 1;
  }

  private void run(CalendarTrial trial) throws IOException, InterruptedException {
    System.out.printf("%n%s%n", trial);
    Path folder = Files.createTempDirectory("timeledger-calendars");
    try (ProviderTwin twin =
            ProviderTwin.start(TwinSetup.empty(InstantSource.system()).pages(PAGE));
        Cluster cluster =
            Cluster.of(JavaCommands.jars(JavaCommands.folder()))
                .streams(1)
                .apis(1)
                .connectors(1)
                .shortLived()
                .provider(twin.url())
                .with(Map.of("TIMELEDGER_CALENDAR_POLL", "1s"))
                .start(folder)) {
      run(
          trial,
          CalendarStage.of(
              cluster,
              new TwinControl(twin.url()),
              "ws_calendars",
              line -> System.out.println("  " + line)));
    } catch (AssertionError e) {
      promise("blocks are what the twin says", e, false);
      System.out.println("  data and output of all processes are kept in " + folder);
      return;
    }
    Folders.delete(folder);
  }

  private void run(CalendarTrial trial, CalendarStage stage) throws InterruptedException {
    ServiceProcess first = stage.cluster().connectors().getFirst();
    switch (trial) {
      case KILLS ->
          tell(
              ConnectorKills.run(
                  stage,
                  stage.member("u_ann", "google", "microsoft"),
                  first,
                  options.kills(),
                  options.seed()));
      case FREEZE ->
          tell(
              FrozenConnector.run(
                  stage,
                  stage.member("u_ann", "google"),
                  Map.of("c0", first, "c1", stage.cluster().addConnector())));
      case POSTGRES ->
          tell(
              LostSchema.run(
                  stage,
                  IntStream.range(0, MEMBERS)
                      .mapToObj(i -> stage.member("u_" + i, "google", "microsoft"))
                      .toList(),
                  first));
      case NEIGHBOURS -> tell(HangingAccounts.run(stage, NEIGHBOURS, NEIGHBOURS, CHANGES));
      case ENDLESS -> tell(EndlessPages.run(stage, UNTIL_GIVEN_UP));
    }
  }

  private void tell(ConnectorKills trial) {
    promise("blocks are what the twin says after each kill", trial.recovery(), true);
    promise("calls before each kill", trial.points(), true);
    tell(trial.messages());
  }

  private void tell(FrozenConnector trial) {
    promise(
        "the other takes over within the lease and a round",
        trial.takenOver(),
        trial.takenOver().compareTo(LEASE.plusSeconds(30)) <= 0);
    promise("the frozen one is fenced off", trial.fenced(), trial.fenced());
    tell(trial.messages());
  }

  private void tell(LostSchema trial) {
    promise("all blocks are back after", trial.restored(), true);
    promise("nobody signs in again", trial.signedOut(), trial.signedOut().isEmpty());
    promise(
        "dismissed blocks stay dismissed",
        trial.stillDismissed().size() + " of " + trial.dismissed().size(),
        !trial.dismissed().isEmpty() && trial.stillDismissed().equals(trial.dismissed()));
    promise(
        "messages are what the database says",
        trial.messages().stale(),
        trial.messages().stale().isEmpty());
  }

  private void tell(HangingAccounts trial) {
    promise("accounts whose calls hung", trial.hanging(), trial.hanging() >= NEIGHBOURS);
    promise(
        "p50 from change to block at most 1.5 of that alone",
        "%s, alone %s".formatted(trial.beside(), trial.alone()),
        trial.beside().p50() <= 1.5 * trial.alone().p50());
  }

  private void tell(EndlessPages trial) {
    promise(
        "calls to endless accounts",
        "%d in %s".formatted(trial.calls(), trial.time()),
        trial.calls() > 0 && trial.calls() <= MOST_CALLS);
    promise("both are given up", trial.errors(), trial.errors().size() == 2);
    promise("no block is lost", trial.lost(), trial.lost().isEmpty());
    promise("another account is read", trial.healthy(), trial.healthy().compareTo(LEASE) <= 0);
    promise("right again after", trial.recovery(), true);
  }

  private void tell(BlockMessages messages) {
    promise("messages", messages.count(), messages.count() > 0);
    promise(
        "no message says the same with another version",
        messages.renumbered(),
        messages.renumbered().isEmpty());
    promise("messages are what the database says", messages.stale(), messages.stale().isEmpty());
    promise("messages sent once more", messages.repeated(), true);
  }

  private void promise(String what, Object figure, boolean holds) {
    System.out.printf("  %-52s %-60s %s%n", what, figure, holds ? "holds" : "BROKEN");
    kept &= holds;
  }
}
