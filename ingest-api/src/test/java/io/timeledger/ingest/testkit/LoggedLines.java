package io.timeledger.ingest.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// All that is logged while it is open, with stack traces; of our own code down to the finest.
public final class LoggedLines implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("io.timeledger");
  private final Gathering gathering = new Gathering();

  private LoggedLines() {
    ours.setLevel(Level.TRACE);
    gathering.start();
    root.addAppender(gathering);
  }

  public static LoggedLines ofEverything() {
    return new LoggedLines();
  }

  public List<String> lines() {
    return List.copyOf(gathering.lines);
  }

  @Override
  public void close() {
    root.detachAppender(gathering);
    ours.setLevel(null);
  }

  private static final class Gathering extends AppenderBase<ILoggingEvent> {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(
          event.getFormattedMessage()
              + (event.getThrowableProxy() == null
                  ? ""
                  : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
  }
}
