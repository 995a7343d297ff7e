package io.timeledger.local;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Sends all log lines to a file, and warnings to the console too (`logback.xml`).
final class Logging {
  private Logging() {}

  /// Must run before the first logger is created.
  static void to(Path file) {
    System.setProperty("timeledger.local.log", file.toString());
    // each Spring context would configure logging again, for all
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    // creating the first logger in two threads at once makes SLF4J complain
    LoggerFactory.getILoggerFactory();
    // Tomcat logs to java.util.logging
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
