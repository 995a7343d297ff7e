package io.timeledger.ingest.web.body;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/// HTTP/1.1 with a deadline for the head of a request. The server instantiates it by name.
public final class DeadlineProtocol extends Http11NioProtocol {
  private static final long LOOKS_PER_PATIENCE = 10;
  private Duration headPatience = Duration.ofSeconds(20);
  private @Nullable ScheduledFuture<?> looks;

  public void setHeadPatience(Duration patience) {
    headPatience = patience;
  }

  @Override
  public void start() throws Exception {
    super.start();
    HeadDeadline deadline = new HeadDeadline(headPatience);
    long pause = Math.max(1, headPatience.toMillis() / LOOKS_PER_PATIENCE);
    looks =
        getUtilityExecutor()
            .scheduleWithFixedDelay(
                () -> deadline.enforce(getEndpoint().getConnections(), System.nanoTime()),
                pause,
                pause,
                TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() throws Exception {
    if (looks != null) {
      looks.cancel(false);
    }
    super.stop();
  }
}
