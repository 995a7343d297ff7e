package io.timeledger.local;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Where log lines go: all to a file, warnings to the console too (`logback.xml`).
final class Logging {
  private Logging() {}

  /// Must come before the first logger is made.
  static void to(Path file) {
    System.setProperty("timeledger.local.log", file.toString());
    // each Spring context would set logging up anew, for all
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    // two first loggers at the same time would make SLF4J complain
    LoggerFactory.getILoggerFactory();
    // Tomcat logs to java.util.logging
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
