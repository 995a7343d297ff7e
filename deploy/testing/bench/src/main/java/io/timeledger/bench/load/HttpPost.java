package io.timeledger.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Sends requests over pooled connections. Requests wait while all are busy, as behind a load
/// balancer, so that an overloaded system is not buried under connections. Answers time out after
/// half a minute.
public final class HttpPost implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CONNECTIONS = 256;
  private final Semaphore free = new Semaphore(CONNECTIONS, true);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /// @param token bearer token
  /// @param key its idempotency key
  public HttpResponse<byte[]> send(URI to, String token, String key, String body)
      throws IOException, InterruptedException {
    free.acquire();
    try {
      return http.send(request(to, token, key, body), BodyHandlers.ofByteArray());
    } finally {
      free.release();
    }
  }

  private static HttpRequest request(URI to, String token, String key, String body) {
    return HttpRequest.newBuilder(to)
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  @Override
  public void close() {
    http.close();
  }
}
