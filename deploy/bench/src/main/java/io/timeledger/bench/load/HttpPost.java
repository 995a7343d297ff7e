package io.timeledger.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Requests over kept connections, as many as are wanted at once. An answer that takes longer than
/// half a minute is none.
public final class HttpPost implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /// @param token of the bearer
  /// @param key its idempotency key
  public HttpResponse<byte[]> send(URI to, String token, String key, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    http.close();
  }
}
