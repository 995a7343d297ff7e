package io.timeledger.acceptance.calendar;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.rest.RestSession;
import io.timeledger.twin.script.TwinAccount;
import io.timeledger.twin.script.TwinControl;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Owners of workspaces whose calendars change at the twin, and who convert and dismiss blocks.
/// What they want follows from the seed; the timing depends on the platform.
public final class CalendarTraffic {
  private static final Duration SETTLING = Duration.ofMinutes(2);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean going = new AtomicBoolean(true);
  private final AtomicBoolean patient = new AtomicBoolean(true);
  private final List<Future<?>> clients = new ArrayList<>();
  private final List<AnsweredConversion> conversions = new ArrayList<>();
  private final Map<String, TrialMember> members = new TreeMap<>();
  private final TwinControl twin;

  private CalendarTraffic(TwinControl twin) {
    this.twin = twin;
  }

  /// Connects an account of each owner, of each provider in turn.
  ///
  /// @param owners tokens by workspace
  public static CalendarTraffic start(
      Cluster cluster, URI twin, Map<String, String> owners, long seed) {
    CalendarTraffic traffic = new CalendarTraffic(new TwinControl(twin));
    int number = 0;
    for (Map.Entry<String, String> owner : new TreeMap<>(owners).entrySet()) {
      String address = owner.getKey().replace('_', '-') + "@example.com";
      TrialMember member =
          new TrialMember(
              new RestSession(cluster.urls().getFirst(), owner.getValue()),
              "u_owner",
              List.of(new TwinAccount(number % 2 == 0 ? "google" : "microsoft", address)));
      MeetingOwner client =
          new MeetingOwner(traffic, owner.getKey(), member, cluster.urls(), seed * 37 + number++);
      member.connect();
      traffic.members.put(owner.getKey(), member);
      traffic.clients.add(traffic.threads.submit(client));
    }
    return traffic;
  }

  /// Lets every client wait for the outcome of what it does, for up to two minutes. Call it after
  /// all faults have ended.
  ///
  /// @throws IllegalStateException if a client failed: what it should have done was not tried
  public void end() throws InterruptedException {
    going.set(false);
    threads.shutdown();
    if (!threads.awaitTermination(SETTLING.toSeconds(), TimeUnit.SECONDS)) {
      patient.set(false);
      if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("clients do not end");
      }
    }
    Finished.all(clients);
  }

  /// Owners by workspace.
  public Map<String, TrialMember> members() {
    return Map.copyOf(members);
  }

  public TwinControl twin() {
    return twin;
  }

  public synchronized List<AnsweredConversion> conversions() {
    return List.copyOf(conversions);
  }

  synchronized void add(AnsweredConversion conversion) {
    conversions.add(conversion);
  }

  boolean isGoing() {
    return going.get();
  }

  boolean isPatient() {
    return patient.get();
  }
}
