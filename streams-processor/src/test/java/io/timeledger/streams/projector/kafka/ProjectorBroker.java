package io.timeledger.streams.projector.kafka;

import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.Folders;
import io.timeledger.embedded.TestPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/// A broker of the projector's tests alone: they need the topics empty, and those of the shared
/// platform have records of other tests. A broker for each test would take longer than the test.
final class ProjectorBroker {
  private static final int PATIENCE_SECONDS = 30;
  private static @Nullable EmbeddedKafka shared;

  private ProjectorBroker() {}

  /// Deletes the topics of the test before.
  ///
  /// @return the broker's address
  static synchronized String withoutTopics() {
    if (shared == null) {
      shared = start();
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", shared.bootstrapServers()))) {
      deleteTopics(admin);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return shared.bootstrapServers();
  }

  private static void deleteTopics(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    admin.deleteTopics(topics(admin)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    // the controller has deleted them before the broker knows
    while (!topics(admin).isEmpty()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("topics are still there: " + topics(admin));
      }
    }
  }

  private static Set<String> topics(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    return admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static EmbeddedKafka start() {
    try {
      Path folder = Files.createTempDirectory("timeledger-projector-");
      EmbeddedKafka broker = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder));
      TestPlatform.shared()
          .closeFirst(
              () -> {
                broker.close();
                Folders.delete(folder);
              });
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
