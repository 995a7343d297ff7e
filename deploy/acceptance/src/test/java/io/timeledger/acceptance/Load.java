package io.timeledger.acceptance;

import io.timeledger.acceptance.Api.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients that create entries one after the other, each with a key of its own, and remember what
/// they were told.
final class Load {
  private final Api api;
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean going = new AtomicBoolean(true);
  private final AtomicInteger keys = new AtomicInteger();

  /// Ids of acknowledged entries by key.
  final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  /// Bodies of requests that got no answer, by key.
  final Map<String, String> unanswered = new ConcurrentHashMap<>();

  Load(Api api, int clientCount) {
    this.api = api;
    for (int i = 0; i < clientCount; i++) {
      clients.execute(this::run);
    }
  }

  void awaitAcknowledged(int count) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (acknowledged.size() < count) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("acknowledged: " + acknowledged.size());
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /// Waits until every client has its last answer, or knows that none comes.
  void end() throws InterruptedException {
    going.set(false);
    clients.shutdown();
    if (!clients.awaitTermination(60, TimeUnit.SECONDS)) {
      throw new AssertionError("clients did not end");
    }
  }

  private void run() {
    while (going.get()) {
      int number = keys.incrementAndGet();
      String key = "load-" + number;
      String body = body(number);
      unanswered.put(key, body);
      try {
        Answer answer = api.post("/api/v1/time-entries", body, "Idempotency-Key", key);
        if (answer.status() == 201) {
          acknowledged.put(key, answer.data().path("id").asString());
          unanswered.remove(key);
        }
      } catch (IOException e) {
        going.set(false);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String body(int number) {
    return """
        {"log_date": "2026-06-%02d", "hours": 0.25, "project_id": "p%d",
         "description": "entry %d", "billable": %s, "external_source": "load",
         "external_id": "%d"}
        """
        .formatted(1 + number % 28, number % 5, number, number % 2 == 0, number);
  }
}
