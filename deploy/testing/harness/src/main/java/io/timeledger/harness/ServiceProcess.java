package io.timeledger.harness;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A service, configured by its environment alone.
public final class ServiceProcess extends ManagedProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int managementPort;
  private final String probe;
  private @Nullable URI address;
  private long deadSince;

  /// @param program arguments of `java` that select the program
  /// @param managementPort of its probes
  /// @param probe path that answers 200 once it is ready
  ServiceProcess(
      String name,
      List<String> program,
      int heapMegabytes,
      Map<String, String> environment,
      int managementPort,
      String probe,
      Path log) {
    super(
        new Jvm(
            name,
            Stream.concat(Stream.of("-Xmx" + heapMegabytes + "m"), program.stream()).toList(),
            environment,
            log));
    this.managementPort = managementPort;
    this.probe = probe;
  }

  public URI management(String path) {
    return URI.create("http://127.0.0.1:" + managementPort + path);
  }

  /// Makes it ready only once its public port answers, too: probes answer a moment earlier.
  void servesAt(URI publicProbe) {
    address = publicProbe;
  }

  @Override
  public boolean isReady() {
    URI also = address;
    return isAlive() && status(management(probe)) == 200 && (also == null || status(also) == 200);
  }

  /// Also after it has reported itself not alive for some time.
  @Override
  boolean isToBeStarted() {
    if (isAlive() && status(management("/health/live")) != 503) {
      deadSince = 0;
    } else if (deadSince == 0) {
      deadSince = System.nanoTime();
    }
    return !isAlive() || (deadSince != 0 && System.nanoTime() - deadSince > PATIENCE.toNanos());
  }

  @Override
  public void start() {
    deadSince = 0;
    super.start();
  }
}
