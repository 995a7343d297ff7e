package io.timeledger.acceptance.webhook;

import io.timeledger.acceptance.webhook.TrialsOptions.Trial;
import io.timeledger.cli.Program;
import io.timeledger.embedded.Folders;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.JavaCommands;
import io.timeledger.harness.ServiceProcess;
import io.timeledger.harness.webhook.HookLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The command `deploy/testing/acceptance/webhooks`: the full-length trials, each on a separate
/// platform. Exit status 1 means a broken guarantee, 2 a wrong command line.
public final class WebhookTrials {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration SWEEP = Duration.ofSeconds(5);
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TrialsOptions options;
  private boolean kept = true;

  private WebhookTrials(TrialsOptions options) {
    this.options = options;
  }

  public static void main(String[] args) {
    System.exit(new Program<>(TrialsOptions.class, WebhookTrials::run).run(args));
  }

  /// The text of `--help`.
  public static String usage() {
    return new Program<>(TrialsOptions.class, _ -> 0).usage();
  }

  private static int run(TrialsOptions options) throws IOException, InterruptedException {
    WebhookTrials webhooks = new WebhookTrials(options);
    for (Trial trial : options.trials()) {
      webhooks.run(trial);
    }
    return webhooks.kept ? 0 : 1;
  }

  private void run(Trial trial) throws IOException, InterruptedException {
    System.out.printf("%n%s%n", trial);
    Path folder = Files.createTempDirectory("timeledger-webhooks");
    try {
      run(trial, folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private void run(Trial trial, Path folder) throws InterruptedException {
    try (Cluster cluster =
            Cluster.of(JavaCommands.jars(JavaCommands.folder()))
                .heap(256)
                .with(Map.of("TIMELEDGER_WEBHOOKS_DELAYSCALE", "" + options.delayScale()))
                .start(folder);
        HookLog log = new HookLog(cluster)) {
      ServiceProcess first = cluster.addDispatcher();
      TrialPlatform stage =
          new TrialPlatform(
              cluster, log, options.delayScale(), line -> System.out.println("  " + line));
      switch (trial) {
        case PUNCTUALITY -> tell(Punctuality.run(stage, 1000, MINUTE, 500));
        case KILLS -> tell(Kills.run(stage, first, options.kills(), 500, LEASE));
        case FREEZE ->
            tell(FreezeTrial.run(stage, Map.of("d0", first, "d1", cluster.addDispatcher()), LEASE));
        case NEIGHBOURS -> tell(Neighbours.run(stage, 180, 20, 1, Duration.ofSeconds(30)));
        case POSTGRES ->
            tell(OutageTrial.run(stage, OutageTrial.Harm.ofDatabase(cluster), 100, MINUTE));
        case KAFKA -> tell(OutageTrial.run(stage, OutageTrial.Harm.ofBroker(cluster), 100, MINUTE));
      }
    }
  }

  private void tell(Punctuality trial) {
    promise(
        "always 503: exhausted after four attempts",
        trial.states(),
        trial.states().equals(Map.of("exhausted", 1L)) && trial.gapsLate().size() == 3);
    promise(
        "each in [0, +1 s] of its gap",
        trial.gapsLate(),
        trial.gapsLate().stream()
            .allMatch(late -> !late.isNegative() && late.compareTo(A_SECOND) <= 0));
    promise(
        "retries late by at most 500 ms at p99",
        trial.herd().lateness(),
        trial.herd().lateness().p99() <= 500);
    tell(trial.herd());
  }

  private void tell(Kills trial) {
    tell(trial.account());
    long inFlight = trial.inFlight().stream().mapToLong(Long::longValue).sum();
    promise(
        "duplicates at most what was in flight",
        trial.account().duplicates() + " of " + inFlight,
        trial.account().duplicates() <= inFlight);
    promise(
        "recovery within 35 s",
        trial.recovery(),
        trial.recovery().stream().allMatch(time -> time.compareTo(LEASE.plus(SWEEP)) <= 0));
  }

  private void tell(FreezeTrial trial) {
    promise("one final state", trial.states(), trial.states().equals(Map.of("delivered", 1L)));
    List<String> outcomes =
        trial.attempts().stream().map(attempt -> "" + attempt.outcome()).toList();
    promise("both attempts logged", outcomes, outcomes.equals(List.of("interrupted", "delivered")));
  }

  private void tell(Neighbours trial) {
    promise(
        "p99 at most 1.5 of that alone",
        "%.2f".formatted(trial.beside().p99() / trial.alone().p99()),
        trial.beside().p99() <= 1.5 * trial.alone().p99());
    promise(
        "at least 95 % delivered meanwhile",
        trial.delivered() + " of " + trial.written(), trial.delivered() >= 0.95 * trial.written());
  }

  private void tell(OutageTrial trial) {
    tell(trial.account());
    promise("recovers alone, after", trial.recovery(), true);
    promise("retries made meanwhile", trial.retriesWhileAway(), true);
  }

  private void tell(DeliveryAccount account) {
    promise("nothing lost", account.lost() + " of " + account.written(), account.lost() == 0);
    promise("every duplicate explained", account.unexplained(), account.unexplained() == 0);
    promise("never early", account.early(), account.early() == 0);
    promise("due when it was said", account.moved(), account.moved() == 0);
    promise("the same bytes each time", account.altered(), account.altered() == 0);
    promise("duplicates", account.duplicates(), true);
    promise("lateness of retries", account.lateness(), true);
  }

  private void promise(String what, Object figure, boolean holds) {
    System.out.printf("  %-44s %-60s %s%n", what, figure, holds ? "holds" : "BROKEN");
    kept &= holds;
  }
}
