package io.timeledger.twin.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.Parameters;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Clients need no registration: the first secret that a client shows is its secret from then on.
final class ClientSecrets {
  private final Map<String, String> secrets = new ConcurrentHashMap<>();

  private record Credentials(String client, String secret) {}

  /// The client that authenticated, by header (`client_secret_basic`) or form.
  Optional<String> authenticate(Call call, Parameters form) {
    return basic(call)
        .or(() -> posted(form))
        .filter(shown -> !shown.client().isEmpty() && !shown.secret().isEmpty())
        .filter(
            shown ->
                secrets.computeIfAbsent(shown.client(), _ -> shown.secret()).equals(shown.secret()))
        .map(Credentials::client);
  }

  private static Optional<Credentials> posted(Parameters form) {
    return form.first("client_id")
        .map(client -> new Credentials(client, form.first("client_secret").orElse("")));
  }

  private static Optional<Credentials> basic(Call call) {
    return call.header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
        .map(value -> new String(Base64.getDecoder().decode(value.substring(6).strip()), UTF_8))
        .filter(pair -> pair.contains(":"))
        .map(
            pair -> {
              int colon = pair.indexOf(':');
              return new Credentials(
                  decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)));
            });
  }

  /// RFC 6749, 2.3.1: both parts are form-encoded first.
  private static String decode(String part) {
    return URLDecoder.decode(part, UTF_8);
  }
}
