package io.timeledger.runtime.kafka.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplyTimeoutsTest {
  private final ReplyTimeouts timeouts = new ReplyTimeouts("test-");
  private final CompletableFuture<String> reply = new CompletableFuture<>();

  @BeforeEach
  void schedule() {
    timeouts.initialize();
    ScheduledFuture<?> _ = timeouts.schedule(() -> {}, Instant.now().plusSeconds(60));
    timeouts.endWith(reply);
  }

  @AfterEach
  void shutDown() {
    timeouts.shutdown();
  }

  @Test
  void holdNothingOfAnAnsweredRequest() {
    assertThat(timeouts.getScheduledThreadPoolExecutor().getQueue()).hasSize(1);

    reply.complete("reply");

    assertThat(timeouts.getScheduledThreadPoolExecutor().getQueue()).isEmpty();
  }

  @Test
  void stayForARequestThatNobodyWaitsForAnyMore() {
    reply.cancel(false);

    assertThat(timeouts.getScheduledThreadPoolExecutor().getQueue()).hasSize(1);
  }
}
