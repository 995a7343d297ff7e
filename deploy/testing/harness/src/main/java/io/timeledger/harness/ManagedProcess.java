package io.timeledger.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;

/// One process of the platform, for injecting faults. Subclasses determine readiness.
public abstract class ManagedProcess {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Jvm jvm;

  ManagedProcess(Jvm jvm) {
    this.jvm = jvm;
  }

  public final String name() {
    return jvm.name();
  }

  public void start() {
    jvm.start();
  }

  public void kill() {
    jvm.kill();
  }

  /// @return how long it took to end
  public Duration stop() {
    return jvm.stop();
  }

  public void pause() {
    jvm.pause();
  }

  public void resume() {
    jvm.resume();
  }

  public final boolean isAlive() {
    return jvm.isAlive();
  }

  /// Its operating system processes; none if it is not running.
  public Stream<ProcessHandle> processes() {
    return jvm.pid().stream().boxed().flatMap(ManagedProcess::tree);
  }

  static Stream<ProcessHandle> tree(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()));
  }

  /// Whether it is ready now.
  public abstract boolean isReady();

  /// Whether an orchestrator would restart it.
  boolean isToBeStarted() {
    return !isAlive();
  }

  /// Its output so far.
  public final String output() {
    return jvm.output();
  }

  /// The status of a probe; 0 without an answer.
  public final int status(URI probe) {
    try {
      HttpRequest request = HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(2)).build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
