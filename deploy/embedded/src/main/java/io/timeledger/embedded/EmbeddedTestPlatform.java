package io.timeledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// The platform on servers of this JVM, in a temporary folder.
final class EmbeddedTestPlatform implements TestPlatform {
  private final EmbeddedKafka kafka;
  private final EmbeddedPostgres postgres;
  private final AtomicInteger databases = new AtomicInteger();
  private final PlatformClients clients = new PlatformClients();

  private EmbeddedTestPlatform(EmbeddedKafka kafka, EmbeddedPostgres postgres) {
    this.kafka = kafka;
    this.postgres = postgres;
  }

  static EmbeddedTestPlatform start() {
    try {
      Path folder = Files.createTempDirectory("timeledger-test-");
      EmbeddedPostgres postgres =
          EmbeddedPostgres.start(EmbeddedPostgres.Config.in(folder.resolve("postgres")));
      OrphanCleaner.watch(postgres.pid(), folder);
      EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder.resolve("kafka")));
      EmbeddedTestPlatform platform = new EmbeddedTestPlatform(kafka, postgres);
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().unstarted(() -> platform.stop(folder)));
      return platform;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  @Override
  public TestDatabase newDatabase() {
    String name = "test_" + databases.incrementAndGet();
    postgres.createDatabase(name);
    return new TestDatabase(
        postgres.jdbcUrl(name), postgres.username(), postgres.password(), postgres.roles()::of);
  }

  @Override
  public void closeFirst(AutoCloseable guest) {
    clients.add(guest);
  }

  private void stop(Path folder) {
    clients.close();
    try (postgres) {
      kafka.close();
    }
    Folders.delete(folder);
  }
}
