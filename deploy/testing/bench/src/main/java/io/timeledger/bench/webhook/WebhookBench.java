package io.timeledger.bench.webhook;

import io.timeledger.bench.BenchProgress;
import io.timeledger.bench.Table;
import io.timeledger.cli.Program;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.JavaCommands;
import io.timeledger.harness.Poll;
import io.timeledger.harness.ServiceProcess;
import io.timeledger.harness.webhook.DeliveryLog;
import io.timeledger.harness.webhook.HookLog;
import io.timeledger.harness.webhook.LatencyPercentiles;
import io.timeledger.harness.webhook.ReceivedCall;
import io.timeledger.harness.webhook.Receiver;
import io.timeledger.harness.webhook.ReceiverBehavior;
import io.timeledger.harness.webhook.Traffic;
import io.timeledger.schemas.id.WorkspaceId;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/// The command `deploy/testing/bench/webhooks`.
public final class WebhookBench {
  private static final int HEAP_MEGABYTES = 256;
  private static final Duration SLOW = Duration.ofMillis(100);
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PLAIN_SHARE = 10; // it has a tenth of the events to post,
  private static final int PLAIN_SLOW_SHARE = 300; // or less, else it takes an hour
  private static final double TARGET_MILLIS = 60;
  private static final double TARGET_PER_SECOND = 1000;

  private final Cluster cluster;
  private final HookLog log;
  private final WebhookOptions options;
  private final PrintStream out;
  private final BenchProgress progress;

  private WebhookBench(
      Cluster cluster,
      HookLog log,
      WebhookOptions options,
      PrintStream out,
      BenchProgress progress) {
    this.cluster = cluster;
    this.log = log;
    this.options = options;
    this.out = out;
    this.progress = progress;
  }

  public static void main(String[] args) {
    System.exit(new Program<>(WebhookOptions.class, WebhookBench::run).run(args));
  }

  private static int run(WebhookOptions options) throws Exception {
    run(options, System.out, new BenchProgress(System.err));
    return 0;
  }

  static void run(WebhookOptions options, PrintStream out, BenchProgress progress)
      throws Exception {
    Path folder = Files.createTempDirectory("timeledger-bench");
    try (Cluster cluster =
            progress.of(
                "broker and database",
                () ->
                    Cluster.of(JavaCommands.jars(JavaCommands.folder()))
                        .heap(HEAP_MEGABYTES)
                        .start(folder));
        HookLog log = new HookLog(cluster)) {
      ServiceProcess _ = progress.of("dispatcher", cluster::addDispatcher);
      new WebhookBench(cluster, log, options, out, progress).measure();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void measure() throws Exception {
    DeliveryLog deliveries = new DeliveryLog(cluster);
    int events = options.events();
    int endpoints = options.endpoints();
    Burst atOnce =
        progress.of(
            "burst, answered at once",
            () -> Burst.delivered(log, deliveries, events, endpoints, ReceiverBehavior.OK));
    Burst slow =
        progress.of(
            "burst, answered after 100 ms",
            () ->
                Burst.delivered(
                    log, deliveries, events, endpoints, ReceiverBehavior.okAfter(SLOW)));
    LatencyPercentiles steady = progress.of("steady traffic", this::steady);
    String broker = cluster.bootstrapServers();
    BaselineDispatcher.Start plain = url -> PlainDispatcher.start(broker, url);
    Burst plainAtOnce = rival("plain loop", plain, share(PLAIN_SHARE), ReceiverBehavior.OK);
    Burst plainSlow =
        rival("plain loop", plain, share(PLAIN_SLOW_SHARE), ReceiverBehavior.okAfter(SLOW));
    BaselineDispatcher.Start parallel = url -> ParallelDispatcher.start(broker, url);
    Burst parallelAtOnce = rival("Parallel Consumer", parallel, events, ReceiverBehavior.OK);
    Burst parallelSlow =
        rival("Parallel Consumer", parallel, events, ReceiverBehavior.okAfter(SLOW));
    out.printf(
        Locale.ROOT,
        "%d events/s to %d subscribers, from the log to the subscriber: %s%n%n",
        options.rate(),
        endpoints,
        steady);
    Table table =
        new Table(
            "Deliveries per second, maximum throughput",
            "subscribers answer",
            "dispatcher",
            "plain loop",
            "ratio",
            "Parallel Consumer",
            "ratio");
    row(table, "at once", atOnce, plainAtOnce, parallelAtOnce);
    row(table, "after 100 ms", slow, plainSlow, parallelSlow);
    table.print(out);
    out.printf(
        Locale.ROOT,
        "%nWithin %.0f ms at p95: %s. At least %.0f/s, each attempt logged: %s%n",
        TARGET_MILLIS,
        steady.p95() <= TARGET_MILLIS ? "yes" : "no",
        TARGET_PER_SECOND,
        Math.min(atOnce.perSecond(), slow.perSecond()) >= TARGET_PER_SECOND ? "yes" : "no");
  }

  private int share(int part) {
    return Math.max(10, options.events() / part);
  }

  private Burst rival(
      String name, BaselineDispatcher.Start starting, int events, ReceiverBehavior by)
      throws Exception {
    return progress.of(
        name
            + ", "
            + (by.equals(ReceiverBehavior.OK) ? "answered at once" : "answered after 100 ms"),
        () -> Burst.posted(log, starting, events, options.endpoints(), by));
  }

  private static void row(Table table, String name, Burst ours, Burst plain, Burst parallel) {
    table.row(
        name,
        "%,.0f".formatted(ours.perSecond()),
        "%,.0f".formatted(plain.perSecond()),
        "%.1f".formatted(ours.perSecond() / plain.perSecond()),
        "%,.0f".formatted(parallel.perSecond()),
        "%.1f".formatted(ours.perSecond() / parallel.perSecond()));
  }

  private LatencyPercentiles steady() throws InterruptedException {
    try (Receiver receiver = new Receiver(options.endpoints(), _ -> ReceiverBehavior.OK)) {
      List<WorkspaceId> workspaces = new ArrayList<>();
      for (int i = 0; i < options.endpoints(); i++) {
        workspaces.add(log.subscriber(receiver.url(i, "/")));
      }
      steadily(workspaces, WARM_UP);
      Map<String, Long> written = steadily(workspaces, Duration.ofSeconds(options.seconds()));
      if (!Poll.until(PATIENCE, () -> latencies(receiver, written).size() >= written.size())) {
        throw new IllegalStateException(
            "%d of %d events have not come"
                .formatted(written.size() - latencies(receiver, written).size(), written.size()));
      }
      return LatencyPercentiles.ofMillis(latencies(receiver, written).values());
    }
  }

  /// The latency of the first visit, by event.
  private static Map<String, Double> latencies(Receiver receiver, Map<String, Long> written) {
    Map<String, Double> millis = new HashMap<>();
    for (ReceivedCall call : receiver.visits()) {
      Long at = written.get(call.eventId());
      if (at != null) {
        millis.putIfAbsent(call.eventId(), (call.arrivedNanos() - at) / 1e6);
      }
    }
    return millis;
  }

  private Map<String, Long> steadily(List<WorkspaceId> workspaces, Duration time)
      throws InterruptedException {
    Traffic traffic = Traffic.steady(log, workspaces, options.rate());
    Thread.sleep(time);
    return traffic.end();
  }
}
