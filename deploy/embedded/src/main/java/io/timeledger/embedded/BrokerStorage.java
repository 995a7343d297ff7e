package io.timeledger.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// Formats a broker's log folder once; a no-op for a formatted one.
final class BrokerStorage {
  private BrokerStorage() {}

  static void format(Path logFolder) {
    format(logFolder, Uuid.randomUuid().toString(), BrokerSettings.NODE_ID, List.of());
  }

  /// @param scramArguments users that the cluster knows from the start
  static void format(Path logFolder, String clusterId, int nodeId, List<String> scramArguments) {
    if (Files.exists(logFolder.resolve("meta.properties"))) {
      return;
    }
    try (var silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      Files.createDirectories(logFolder);
      new Formatter()
          .setPrintStream(silent)
          .setClusterId(clusterId)
          .setNodeId(nodeId)
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setMetadataLogDirectory(logFolder.toString())
          .addDirectory(logFolder.toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setScramArguments(scramArguments)
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("format " + logFolder, e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("format " + logFolder, e);
    }
  }
}
