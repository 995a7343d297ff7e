package io.timeledger.twin.oauth;

import io.timeledger.twin.http.Parameters;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a client asks a person for.
record AuthorizeRequest(
    String client,
    URI redirectUri,
    Set<String> scopes,
    Optional<String> state,
    Optional<String> challenge,
    Optional<String> nonce,
    Optional<String> loginHint,
    boolean offline,
    boolean forceConsent) {
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

  /// @throws IllegalArgumentException for a request that must not be redirected anywhere
  static AuthorizeRequest parse(Parameters query) {
    require("code".equals(query.first("response_type").orElse("code")), "response_type");
    require(
        query.first("code_challenge").isEmpty()
            || query.first("code_challenge_method").filter("S256"::equals).isPresent(),
        "code_challenge_method");
    URI redirect = URI.create(query.first("redirect_uri").orElse(""));
    require(
        "https".equals(redirect.getScheme())
            || ("http".equals(redirect.getScheme()) && LOOPBACK.contains(redirect.getHost())),
        "redirect_uri");
    Set<String> scopes = words(query.first("scope").orElse(""));
    require(!scopes.isEmpty(), "scope");
    return new AuthorizeRequest(
        query.first("client_id").filter(id -> !id.isBlank()).orElseThrow(() -> wrong("client_id")),
        redirect,
        scopes,
        query.first("state"),
        query.first("code_challenge"),
        query.first("nonce"),
        query.first("login_hint"),
        query.first("access_type").filter("offline"::equals).isPresent(),
        query.first("prompt").filter(prompt -> prompt.contains("consent")).isPresent());
  }

  static Set<String> words(String text) {
    LinkedHashSet<String> words =
        new LinkedHashSet<>(Arrays.asList(text.strip().split("\\s+", -1)));
    words.remove("");
    return words;
  }

  private static void require(boolean condition, String parameter) {
    if (!condition) {
      throw wrong(parameter);
    }
  }

  private static IllegalArgumentException wrong(String parameter) {
    return new IllegalArgumentException("invalid_request: " + parameter);
  }
}
