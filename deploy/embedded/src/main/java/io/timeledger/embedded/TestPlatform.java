package io.timeledger.embedded;

/// One Kafka broker and one PostgreSQL for all tests of a JVM, started when first asked for and
/// gone with the JVM. Tests keep apart by topic names or prefixes, and by a database each.
///
/// Runs in containers where a Docker engine answers and has the images, on servers of this JVM
/// elsewhere; `TIMELEDGER_TEST_PLATFORM=docker|embedded` decides instead.
public interface TestPlatform {

  /// The platform of this JVM; every call answers the same one.
  static TestPlatform shared() {
    return SharedTestPlatform.INSTANCE;
  }

  /// Where the broker listens, for `bootstrap.servers`.
  String bootstrapServers();

  /// A fresh empty database.
  TestDatabase newDatabase();

  /// Closes what runs on it when the JVM ends, before it is gone itself; what came last, first.
  void closeFirst(AutoCloseable guest);
}
