package io.timeledger.harness;

import io.timeledger.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Makes services start faster, for callers that start them hundreds of times: unpacks their jars,
/// and caches what the JVM loaded and linked in a first run (JEP 483 and 514). A start then takes
/// half of the CPU time.
public final class AotCacheBuilder {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path jars;
  private final Path folder;

  private AotCacheBuilder(Path jars) {
    this.jars = jars;
    this.folder = jars.toAbsolutePath().resolve("rehearsed");
  }

  /// Runs each service once, unless that was done since its jar was built. The caches stay in
  /// `rehearsed` beside the jars; a JVM starts without a cache that does not match.
  public static JavaCommands of(Path jars) {
    AotCacheBuilder rehearsal = new AotCacheBuilder(jars);
    if (!Stream.of(ServiceKind.values()).allMatch(rehearsal::isDone)) {
      rehearsal.run();
    }
    return rehearsal::rehearsed;
  }

  private void run() {
    Folders.delete(folder);
    Stream.of(ServiceKind.values()).forEach(this::unpack);
    Path data = folder.resolve("data");
    try (Cluster cluster =
        Cluster.of(this::first)
            .streams(1)
            .apis(1)
            .dispatchers(1)
            .connectors(1)
            .shortLived()
            .start(data)) {
      cluster.stop();
    }
    Folders.delete(data);
    writeDone();
  }

  private void unpack(ServiceKind service) {
    Path jar = JavaCommands.jar(jars, service);
    List<String> extract =
        List.of(
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--destination",
            folder.resolve(service.toString()).toString());
    Jvm tool = new Jvm("unpack", extract, Map.of(), folder.resolve("unpack.out"));
    tool.start();
    if (tool.awaitEnd(PATIENCE) != 0) {
      throw new IllegalStateException("unpack " + jar + ": " + tool.output());
    }
  }

  private List<String> first(ServiceKind service) {
    return List.of("-XX:AOTCacheOutput=" + cache(service), "-jar", unpacked(service));
  }

  private List<String> rehearsed(ServiceKind service) {
    return List.of("-XX:AOTCache=" + cache(service), "-jar", unpacked(service));
  }

  /// Also if no cache came of it: a machine that is too slow would be too slow again.
  private boolean isDone(ServiceKind service) {
    try {
      return Files.exists(done())
          && Files.getLastModifiedTime(done())
                  .compareTo(Files.getLastModifiedTime(JavaCommands.jar(jars, service)))
              > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeDone() {
    try {
      Files.createFile(done());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path done() {
    return folder.resolve("done");
  }

  private Path cache(ServiceKind service) {
    return folder.resolve(service + ".aot");
  }

  private String unpacked(ServiceKind service) {
    return JavaCommands.jar(folder.resolve(service.toString()), service).toString();
  }
}
