package io.timeledger.acceptance.fault;

import io.timeledger.acceptance.client.History;
import io.timeledger.acceptance.process.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Harms the platform again and again, each time once it has recovered. What is harmed and how
/// follows from the seed.
public final class Saboteur {
  private static final int KILLS_BETWEEN_RESTS = 10;
  private static final Duration REST = Duration.ofMinutes(1);

  private final Cluster cluster;
  private final History history;
  private final Random random;
  private final Deck deck;
  private final Consumer<Incident> listener;

  public Saboteur(Cluster cluster, History history, long seed, Consumer<Incident> listener) {
    this.cluster = cluster;
    this.history = history;
    this.random = new Random(seed);
    this.deck = new Deck(random);
    this.listener = listener;
  }

  /// Returns with everything mended and ready, soon after the time is up and not before so many
  /// kills. A minute without faults follows every tenth kill.
  public List<Incident> run(Duration time, int leastKills) throws InterruptedException {
    List<Incident> incidents = new ArrayList<>();
    long end = history.now() + time.toMillis();
    int kills = 0;
    while (history.now() < end || kills < leastKills) {
      TimeUnit.MILLISECONDS.sleep(1500 + random.nextInt(3000));
      Incident incident = harm(deck.next());
      incidents.add(incident);
      listener.accept(incident);
      if (incident.isKill() && ++kills % KILLS_BETWEEN_RESTS == 0 && history.now() < end) {
        Thread.sleep(REST);
      }
    }
    return incidents;
  }

  private Incident harm(Fault fault) throws InterruptedException {
    Harm harm = fault.on(cluster, random);
    long at = history.now();
    harm.harm().run();
    TimeUnit.SECONDS.sleep(fault.seconds());
    harm.mend().run();
    long mended = history.now();
    cluster.startEnded();
    cluster.awaitReady();
    return new Incident(
        fault.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        harm.target(),
        at,
        mended,
        history.now());
  }
}
