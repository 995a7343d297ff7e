package io.timeledger.acceptance;

import io.timeledger.acceptance.calendar.CalendarTraffic;
import io.timeledger.acceptance.check.Checker;
import io.timeledger.acceptance.check.Findings;
import io.timeledger.acceptance.client.ClientPool;
import io.timeledger.acceptance.client.OperationHistory;
import io.timeledger.acceptance.client.Population;
import io.timeledger.acceptance.fault.Fault;
import io.timeledger.acceptance.fault.FaultInjector;
import io.timeledger.acceptance.fault.Incident;
import io.timeledger.acceptance.report.RunReport;
import io.timeledger.harness.AotCacheBuilder;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.ClusterBuilder;
import io.timeledger.harness.webhook.Receiver;
import io.timeledger.harness.webhook.ReceiverBehavior;
import io.timeledger.twin.ProviderTwin;
import io.timeledger.twin.TwinSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Runs clients and faults on the whole platform for some time, and checks the result.
///
/// @param folder empty, for data and output of all processes
/// @param jars folder of the services
/// @param faults to choose from, as far as this machine supports them
/// @param leastKills minimum number of kills, even if the time is up
record FaultTrial(
    Path folder,
    Path jars,
    ClusterSize size,
    long seed,
    Collection<Fault> faults,
    Duration time,
    int leastKills) {
  private static final int WORKSPACES = 5;
  private static final int MEMBERS = 2;
  private static final String CALENDAR_POLL = "3s";

  RunReport run(Consumer<String> progress) throws InterruptedException {
    progress.accept("starting brokers, database and services in " + folder);
    try (Receiver subscriber = new Receiver(1, _ -> ReceiverBehavior.OK);
        ProviderTwin twin = ProviderTwin.start(TwinSetup.empty(InstantSource.system()));
        Cluster cluster = cluster().provider(twin.url()).start(folder)) {
      Population population =
          Population.settle(
              cluster.urls().getFirst(), cluster.operatorToken(), WORKSPACES, MEMBERS);
      population.subscribe(cluster.urls().getFirst(), subscriber.url(0, "/"));
      List<Fault> possible = Fault.possible(cluster, faults);
      faults.stream()
          .filter(fault -> !possible.contains(fault))
          .forEach(
              fault ->
                  progress.accept(
                      "left out, as this machine or these brokers cannot have it: " + fault));
      OperationHistory history = new OperationHistory();
      ClientPool clientPool = ClientPool.start(population, cluster.urls(), seed, history);
      CalendarTraffic calendars =
          CalendarTraffic.start(
              cluster, twin.url(), size.connectors() == 0 ? Map.of() : population.owners(), seed);
      FaultInjector injector =
          new FaultInjector(
              cluster,
              history,
              seed,
              possible,
              incident -> progress.accept(line(incident, history)));
      List<Incident> incidents = injector.run(time, leastKills);
      clientPool.end();
      calendars.end();
      progress.accept("checking");
      Findings findings =
          Checker.check(cluster, population, history, incidents, subscriber, calendars);
      return new RunReport(seed, time, history, incidents, findings);
    }
  }

  /// Brokers check permissions, as they should in production.
  private ClusterBuilder cluster() {
    return Cluster.of(AotCacheBuilder.of(jars))
        .brokers(size.brokers())
        .streams(size.streamsProcessors())
        .apis(size.ingestApis())
        .dispatchers(size.dispatchers())
        .connectors(size.connectors())
        .with(Map.of("TIMELEDGER_CALENDAR_POLL", CALENDAR_POLL))
        .proxied()
        .secured()
        .shortLived();
  }

  private static String line(Incident incident, OperationHistory history) {
    return "%6.1f s  %-32s %-24s ready after %4.1f s, %d operations so far%s"
        .formatted(
            incident.at() / 1000.0,
            incident.fault(),
            incident.target(),
            (incident.readyAt() - incident.at()) / 1000.0,
            history.ops().size(),
            incident.restarted().isEmpty() ? "" : ", gave up: " + incident.restarted());
  }
}
