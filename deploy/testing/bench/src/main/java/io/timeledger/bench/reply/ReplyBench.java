package io.timeledger.bench.reply;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timeledger.bench.BenchProgress;
import io.timeledger.bench.Table;
import io.timeledger.bench.load.Arrivals;
import io.timeledger.bench.load.Generator;
import io.timeledger.bench.load.LoadRound;
import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.runtime.kafka.KafkaClientFactory;
import io.timeledger.runtime.kafka.KafkaConnection;
import io.timeledger.runtime.kafka.ServiceProducerFactory;
import io.timeledger.runtime.kafka.request.RequestReply;
import io.timeledger.runtime.kafka.request.TemplateRequestReply;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.util.FileSystemUtils;

/// The command `deploy/testing/bench/replies`. Both ways have the clients, the limits and the
/// settings of `ingest-api`.
public final class ReplyBench {
  private static final int REQUEST_BYTES = 700;
  private static final int LARGE_REQUESTS = 200;
  private static final int LARGE_REQUEST_BYTES = 100_000;
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(5);
  private static final TopicPair DIRECT = TopicPair.of("direct");
  private static final TopicPair TEMPLATE = TopicPair.of("template");

  private final ReplyOptions options;
  private final KafkaConnection connection;
  private final KafkaClientFactory clients;
  private final PrintStream out;
  private final BenchProgress progress;
  private final Generator generator;

  private ReplyBench(
      ReplyOptions options, String servers, PrintStream out, BenchProgress progress) {
    this.options = options;
    this.connection = KafkaConnection.to(servers);
    this.clients = new KafkaClientFactory(connection, null, new SimpleMeterRegistry());
    this.out = out;
    this.progress = progress;
    this.generator = new Generator(progress::tick);
  }

  public static void main(String[] args) throws Exception {
    ReplyOptions options = options(args);
    if (options.help()) {
      System.out.print(ReplyOptions.USAGE);
    } else {
      run(options, System.out, new BenchProgress(System.err));
    }
  }

  private static ReplyOptions options(String... args) {
    try {
      return ReplyOptions.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println("replies: " + e.getMessage() + "\n\n" + ReplyOptions.USAGE);
      System.exit(2);
      throw e;
    }
  }

  static void run(ReplyOptions options, PrintStream out, BenchProgress progress) throws Exception {
    Path folder = Files.createTempDirectory("timeledger-bench");
    try (EmbeddedKafka kafka =
        progress.of("broker", () -> EmbeddedKafka.start(EmbeddedKafka.Config.in(folder)))) {
      new ReplyBench(options, kafka.bootstrapServers(), out, progress).measure();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void measure() throws Exception {
    try (Admin admin = clients.admin("bench-admin")) {
      admin
          .createTopics(Stream.of(DIRECT, TEMPLATE).flatMap(TopicPair::declarations).toList())
          .all()
          .get();
    }
    PendingReplies pending = new PendingReplies();
    TemplateRequestReply template =
        new TemplateRequestReply(
            "bench-template",
            "bench-template",
            TEMPLATE.replies(),
            TopicPair.PARTITIONS,
            new ServiceProducerFactory(() -> producer("template"), Duration.ofSeconds(2)),
            () -> consumer("template"));
    try (var _ =
            PolledConsumer.start(
                "bench-direct",
                consumer("direct"),
                TopicPair.partitionsOf(DIRECT.replies()),
                records -> records.forEach(pending::deliver));
        DirectRequestReply direct =
            new DirectRequestReply("bench-direct", producer("direct"), pending, () -> true)) {
      template.start();
      awaitPosition(template);
      compare(true, direct, template);
      compare(false, direct, template);
    } finally {
      template.stop();
    }
  }

  private static void awaitPosition(RequestReply requests) throws InterruptedException {
    while (!requests.isPositioned()) {
      Thread.sleep(10);
    }
  }

  private void compare(boolean transactional, RequestReply direct, RequestReply template)
      throws Exception {
    String responder = transactional ? "replies in transactions" : "replies without transactions";
    String held;
    RequestWay own = new RequestWay("Kafka's clients", "bench-direct", direct, DIRECT);
    RequestWay spring =
        new RequestWay("ReplyingKafkaTemplate", "bench-template", template, TEMPLATE);
    try (var _ =
        new Responder(
            connection, consumer("responder"), List.of(DIRECT, TEMPLATE), transactional)) {
      for (int turn = -options.warmUp(); turn < options.turns(); turn++) {
        boolean swapped = turn % 2 != 0;
        boolean counts = turn >= 0;
        progress.of(
            "%s, %s".formatted(responder, counts ? "turn " + (turn + 1) : "warm-up"),
            () -> {
              turn(swapped ? spring : own, counts);
              turn(swapped ? own : spring, counts);
              return true;
            });
      }
      Thread.sleep(RequestWay.PATIENCE.multipliedBy(2)); // until all timeouts have passed
      held =
          String.format(
              Locale.ROOT,
              "Heap held after %d answered requests of %,d bytes: %s %.1f MB, %s %.1f MB",
              LARGE_REQUESTS,
              LARGE_REQUEST_BYTES,
              own.name,
              megabytesHeldAfterLargeRequests(own),
              spring.name,
              megabytesHeldAfterLargeRequests(spring));
    }
    print(responder, own, spring);
    out.println(held);
  }

  /// What answered requests leave on the heap, as batches of entries do, which are large.
  private double megabytesHeldAfterLargeRequests(RequestWay way) throws Exception {
    System.gc();
    long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    for (int i = 0; i < LARGE_REQUESTS; i++) {
      way.request(LARGE_REQUEST_BYTES).fire(i);
    }
    System.gc();
    return (ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() - before) / 1e6;
  }

  private void turn(RequestWay way, boolean counts) {
    LoadRound steady =
        generator.open(
            Arrivals.even(options.perSecond()), options.time(), way.request(REQUEST_BYTES));
    CpuTimes before = CpuTimes.now(way.threads);
    LoadRound full =
        generator.closed(options.inFlight(), options.time(), way.request(REQUEST_BYTES));
    CpuTimes after = CpuTimes.now(way.threads);
    if (counts) {
      way.samples.add(
          new ReplySample(
              steady.percentile(50),
              steady.percentile(99),
              full.rate(),
              (after.process() - before.process()) / 1e3 / full.accepted(),
              (after.threads() - before.threads()) / 1e3 / full.accepted(),
              steady.failed() + full.failed()));
    }
  }

  private void print(String responder, RequestWay own, RequestWay spring) {
    Table table =
        new Table(
            "%s, %d turns: median (first–third quartile)".formatted(responder, options.turns()),
            "",
            own.name,
            spring.name,
            "ratio (95 % interval)",
            "template worse in");
    String latency = "at %,d per s".formatted(options.perSecond());
    String load = "%d in flight".formatted(options.inFlight());
    lowerIsBetter(table, "p50 ms, " + latency, "%.2f", own, spring, ReplySample::p50);
    lowerIsBetter(table, "p99 ms, " + latency, "%.1f", own, spring, ReplySample::p99);
    row(table, "requests per s, " + load, "%,.0f", own, spring, ReplySample::perSecond, true);
    lowerIsBetter(
        table, "CPU µs per request, " + load, "%.0f", own, spring, ReplySample::cpuMicros);
    lowerIsBetter(
        table, "of that, reading replies", "%.1f", own, spring, ReplySample::readerMicros);
    table.print(out);
    out.printf("%nFailed requests: %d%n", failed(own) + failed(spring));
  }

  private static long failed(RequestWay way) {
    return way.samples.stream().mapToLong(ReplySample::failed).sum();
  }

  private static void lowerIsBetter(
      Table table,
      String title,
      String format,
      RequestWay own,
      RequestWay spring,
      ToDoubleFunction<ReplySample> figure) {
    row(table, title, format, own, spring, figure, false);
  }

  private static void row(
      Table table,
      String title,
      String format,
      RequestWay own,
      RequestWay spring,
      ToDoubleFunction<ReplySample> figure,
      boolean higherIsBetter) {
    double[] ones = own.samples.stream().mapToDouble(figure).toArray();
    double[] others = spring.samples.stream().mapToDouble(figure).toArray();
    double[] ratios = new double[ones.length];
    Arrays.setAll(ratios, turn -> others[turn] / ones[turn]);
    long worse =
        Arrays.stream(ratios).filter(ratio -> higherIsBetter ? ratio < 1 : ratio > 1).count();
    table.row(
        title,
        MedianRange.quartiles(ones).text(format),
        MedianRange.quartiles(others).text(format),
        MedianRange.confidence(ratios).text("%.2f"),
        "%d of %d".formatted(worse, ratios.length));
  }

  private Producer<String, byte[]> producer(String name) {
    return clients.producer("bench-" + name, REQUEST_TIMEOUT, DELIVERY_TIMEOUT);
  }

  private Consumer<String, byte[]> consumer(String name) {
    return clients.reader("bench-" + name, "latest", Map.of());
  }
}
