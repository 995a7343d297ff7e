package io.timeledger.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// The platform's readiness: `GET /health/ready` answers 200, commands are decided, and the read
/// models have caught up with the log.
record ServiceReadiness(int port, BooleanSupplier streams) {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  boolean await() throws InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    String answer = "";
    long deadline = System.nanoTime() + LIMIT.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (System.nanoTime() - deadline < 0) {
        try {
          HttpResponse<String> response = http.send(question, BodyHandlers.ofString());
          if (response.statusCode() == 200 && streams.getAsBoolean()) {
            return true;
          }
          answer = response.statusCode() == 200 ? "catching up with the log" : response.body();
        } catch (IOException e) {
          answer = e.toString();
        }
        Thread.sleep(PAUSE);
      }
    }
    throw new StartFailedException(
        "the platform is not ready after %d s: %s".formatted(LIMIT.toSeconds(), answer));
  }
}
