package io.timeledger.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/// What this JVM puts in its log until it is closed, instead of where it goes else.
final class LogLines implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level level = root.getLevel();
  private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  private LogLines() {}

  static LogLines collect(Level level) {
    LogLines log = new LogLines();
    log.root.iteratorForAppenders().forEachRemaining(log.others::add);
    log.others.forEach(log.root::detachAppender);
    log.root.setLevel(level);
    log.lines.start();
    log.root.addAppender(log.lines);
    return log;
  }

  List<String> lines() {
    return List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Override
  public void close() {
    root.detachAppender(lines);
    root.setLevel(level);
    others.forEach(root::addAppender);
  }
}
