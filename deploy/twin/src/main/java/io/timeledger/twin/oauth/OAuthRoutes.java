package io.timeledger.twin.oauth;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Routes;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.TwinStore;
import java.time.InstantSource;

/// Both vendors' sign-in.
public final class OAuthRoutes {
  private final TwinStore store;
  private final TokenTable tokens;
  private final IdTokens idTokens = new IdTokens();
  private final InstantSource clock;

  public OAuthRoutes(TwinStore store, TokenTable tokens, InstantSource clock) {
    this.store = store;
    this.tokens = tokens;
    this.clock = clock;
  }

  public void addTo(Routes routes) {
    add(routes, new GoogleDialect(), "/google/o/oauth2/v2/auth", "/google/token");
    add(
        routes,
        new MicrosoftDialect(),
        "/microsoft/{tenant}/oauth2/v2.0/authorize",
        "/microsoft/{tenant}/oauth2/v2.0/token");
    routes
        .on("POST", "/google/revoke", this::revoke)
        .on("GET", "/google/oauth2/v3/certs", _ -> HttpAnswer.json(200, idTokens.keys()))
        .on(
            "GET",
            "/microsoft/{tenant}/discovery/v2.0/keys",
            _ -> HttpAnswer.json(200, idTokens.keys()));
  }

  private void add(Routes routes, OAuthDialect dialect, String authorize, String token) {
    AuthorizeEndpoint asking = new AuthorizeEndpoint(dialect, store, tokens, clock);
    TokenExchange answering = new TokenExchange(dialect, tokens, idTokens, clock);
    routes
        .on("GET", authorize, asking::ask)
        .on("POST", authorize, asking::answer)
        .on("POST", token, answering::answer);
  }

  /// Takes a refresh or an access token, in the form or the query.
  private HttpAnswer revoke(Call call) {
    String token = call.form().first("token").or(() -> call.query().first("token")).orElse("");
    return tokens.revoke(token)
        ? HttpAnswer.json(200, Trees.object())
        : HttpAnswer.json(
            400,
            Trees.object()
                .put("error", "invalid_token")
                .put("error_description", "Token expired or revoked"));
  }
}
