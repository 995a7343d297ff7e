package io.timeledger.embedded;

/// Holds the platform of this JVM; loading the class starts it, once.
final class SharedTestPlatform {
  static final TestPlatform INSTANCE = EmbeddedTestPlatform.start();

  private SharedTestPlatform() {}
}
