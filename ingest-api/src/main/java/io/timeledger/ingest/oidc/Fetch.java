package io.timeledger.ingest.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Fetches small documents from an issuer, within [#PATIENCE] and [#MAX_BYTES] however slowly or
/// endlessly it responds; follows no redirects.
final class Fetch implements ResourceRetriever {
  static final Duration PATIENCE = Duration.ofSeconds(3);
  static final int MAX_BYTES = 256 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    return new Resource(text(URI.create(url.toString())), "application/json");
  }

  String text(URI uri) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "application/json, application/jwk-set+json")
            .timeout(PATIENCE)
            .build();
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), MAX_BYTES));
    try {
      HttpResponse<String> response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new IOException("%s: status %d".formatted(uri, response.statusCode()));
      }
      return response.body();
    } catch (ExecutionException e) {
      throw new IOException("%s: %s".formatted(uri, e.getCause()), e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("%s: no answer within %s".formatted(uri, PATIENCE), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
