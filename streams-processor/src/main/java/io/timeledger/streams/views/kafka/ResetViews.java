package io.timeledger.streams.views.kafka;

import static io.timeledger.streams.kafka.StreamsGroup.VIEWS;

import io.timeledger.streams.kafka.SourceOffsets;
import io.timeledger.streams.platform.PlatformProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Resets the views, so that the next start folds `time.events.v1` from its beginning. Requires
/// every streams-processor to be stopped, and removes the local state of this machine alone. The
/// public topics stay: the fold writes the same values again, and tombstones for keys without a
/// value.
public final class ResetViews {
  private static final Logger log = LoggerFactory.getLogger(ResetViews.class);

  /// A killed member keeps the group active until its session expires.
  private static final Duration GROUP_PATIENCE = Duration.ofSeconds(15);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  private final PlatformProperties platform;
  private final InstantSource clock;
  private final Duration groupPatience;

  public ResetViews(PlatformProperties platform, InstantSource clock) {
    this(platform, clock, GROUP_PATIENCE);
  }

  ResetViews(PlatformProperties platform, InstantSource clock, Duration groupPatience) {
    this.platform = platform;
    this.clock = clock;
    this.groupPatience = groupPatience;
  }

  /// @throws IllegalStateException when a streams-processor is still running
  public void run() {
    try (Admin admin = platform.kafkaClients().admin(VIEWS.applicationId() + "-reset")) {
      forgetOffsets(admin);
      List<String> topics = internalTopics(admin);
      await(admin.deleteTopics(topics).all());
      Path state = platform.stateDir().resolve(VIEWS.applicationId());
      delete(state);
      new SourceOffsets(admin, VIEWS, platform.partitions()).rewind();
      log.info("event=views_reset topics={} state={}", topics, state);
    } catch (ExecutionException e) {
      throw new IllegalStateException("views were not reset", e.getCause());
    }
  }

  private void forgetOffsets(Admin admin) throws ExecutionException {
    Instant deadline = clock.instant().plus(groupPatience);
    while (true) {
      try {
        await(admin.deleteConsumerGroups(Set.of(VIEWS.applicationId())).all());
        return;
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case GroupIdNotFoundException _ -> {
            return;
          }
          case GroupNotEmptyException busy when clock.instant().isAfter(deadline) ->
              throw new IllegalStateException("stop every streams-processor first", busy);
          case GroupNotEmptyException _ -> pause();
          case null, default -> throw e;
        }
      }
    }
  }

  private static List<String> internalTopics(Admin admin) throws ExecutionException {
    return await(admin.listTopics().names()).stream()
        .filter(name -> name.startsWith(VIEWS.applicationId() + "-"))
        .filter(name -> name.endsWith("-changelog"))
        .sorted()
        .toList();
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("delete " + folder, e);
    }
  }

  private static <T> T await(KafkaFuture<T> answer) throws ExecutionException {
    try {
      return answer.get(CALL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("Kafka did not answer within " + CALL_TIMEOUT, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(500));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
