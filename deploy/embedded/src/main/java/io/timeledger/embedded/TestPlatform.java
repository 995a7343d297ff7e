package io.timeledger.embedded;

/// One Kafka broker and one PostgreSQL for all tests of a JVM, started on first use and stopped
/// with the JVM. Tests are isolated by topic names or prefixes, and by a database each.
///
/// Runs in containers if a Docker engine responds and has the images, else on servers of this JVM;
/// `TIMELEDGER_TEST_PLATFORM=docker|embedded` overrides this.
public interface TestPlatform {

  /// The platform of this JVM; always the same one.
  static TestPlatform shared() {
    return SharedTestPlatform.INSTANCE;
  }

  /// The broker's address, for `bootstrap.servers`.
  String bootstrapServers();

  /// A fresh empty database.
  TestDatabase newDatabase();

  /// Closes a client when the JVM ends, before the platform stops; in reverse order.
  void closeFirst(AutoCloseable guest);
}
