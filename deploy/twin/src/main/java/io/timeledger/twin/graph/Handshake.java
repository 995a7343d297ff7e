package io.timeledger.twin.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.twin.push.PushSender;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Proves that a receiver wants notifications: it echoes a token, decoded, as plain text within
/// 10 seconds.
record Handshake(PushSender sender) {
  /// The token has what wrong decoding breaks.
  boolean succeeds(GraphSubscription subscription, URI url) {
    String token =
        "Validation: Testing+client application reachability %s".formatted(UUID.randomUUID());
    try {
      HttpResponse<String> response =
          sender.ask(subscription.handshake(withToken(url, token))).get(10, TimeUnit.SECONDS);
      return response.statusCode() == 200
          && response
              .headers()
              .firstValue("Content-Type")
              .filter(type -> type.startsWith("text/plain"))
              .isPresent()
          && response.body().equals(token);
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static URI withToken(URI url, String token) {
    String separator = url.getRawQuery() == null ? "?" : "&";
    return URI.create(url + separator + "validationToken=" + URLEncoder.encode(token, UTF_8));
  }
}
