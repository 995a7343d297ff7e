package io.timeledger.twin.oauth;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Parameters;
import io.timeledger.twin.http.Trees;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Exchanges codes and refresh tokens.
final class TokenExchange {
  private final OAuthDialect dialect;
  private final TokenTable tokens;
  private final IdTokens idTokens;
  private final InstantSource clock;
  private final ClientSecrets secrets = new ClientSecrets();

  TokenExchange(OAuthDialect dialect, TokenTable tokens, IdTokens idTokens, InstantSource clock) {
    this.dialect = dialect;
    this.tokens = tokens;
    this.idTokens = idTokens;
    this.clock = clock;
  }

  HttpAnswer answer(Call call) {
    Parameters form = call.form();
    Optional<String> client = secrets.authenticate(call, form);
    if (client.isEmpty()) {
      return dialect.error(401, "invalid_client", "The client secret is wrong.");
    }
    return switch (form.first("grant_type").orElse("")) {
      case "authorization_code" -> exchange(call, form, client.get());
      case "refresh_token" -> refresh(call, form, client.get());
      default -> dialect.error(400, "unsupported_grant_type", "Unknown grant type.");
    };
  }

  private HttpAnswer exchange(Call call, Parameters form, String client) {
    Optional<OAuthCode> code =
        form.first("code")
            .flatMap(tokens::take)
            .filter(found -> found.client().equals(client))
            .filter(
                found -> form.first("redirect_uri").filter(found.redirectUri()::equals).isPresent())
            .filter(found -> CodeChallenge.proves(form.first("code_verifier"), found.challenge()));
    if (code.isEmpty()) {
      return invalidGrant();
    }
    OAuthGrant grant = new OAuthGrant(code.get().mailbox(), client, code.get().scopes());
    Optional<String> refresh =
        code.get().offline() ? Optional.of(newRefresh(grant)) : Optional.<String>empty();
    return HttpAnswer.json(200, answer(call, grant, refresh, code.get().nonce()));
  }

  private HttpAnswer refresh(Call call, Parameters form, String client) {
    String shown = form.first("refresh_token").orElse("");
    Optional<OAuthGrant> grant =
        tokens.refresh(shown).filter(found -> found.client().equals(client));
    if (grant.isEmpty()) {
      return invalidGrant();
    }
    Optional<String> next =
        dialect.rotates() ? Optional.of(newRefresh(grant.get())) : Optional.<String>empty();
    return HttpAnswer.json(200, answer(call, grant.get(), next, Optional.empty()));
  }

  private String newRefresh(OAuthGrant grant) {
    return tokens.newRefresh(
        new RefreshToken(
            grant, dialect.lifeOfARefreshToken().map(life -> clock.instant().plus(life))));
  }

  private HttpAnswer invalidGrant() {
    return dialect.error(400, "invalid_grant", "The grant is expired, revoked or was never made.");
  }

  private ObjectNode answer(
      Call call, OAuthGrant grant, Optional<String> refresh, Optional<String> nonce) {
    ObjectNode answer =
        Trees.object()
            .put("access_token", tokens.newAccess(grant))
            .put("expires_in", TokenTable.LIFE_OF_A_TOKEN.toSeconds())
            .put("scope", dialect.scope(grant.scopes()))
            .put("token_type", "Bearer");
    refresh.ifPresent(token -> answer.put("refresh_token", token));
    if (grant.scopes().contains("openid")) {
      answer.put("id_token", idTokens.sign(claims(call, grant, nonce)));
    }
    return answer;
  }

  private ObjectNode claims(Call call, OAuthGrant grant, Optional<String> nonce) {
    long now = clock.instant().getEpochSecond();
    ObjectNode claims =
        Trees.object()
            .put("aud", grant.client())
            .put("iat", now)
            .put("exp", now + TokenTable.LIFE_OF_A_TOKEN.toSeconds());
    nonce.ifPresent(value -> claims.put("nonce", value));
    dialect.identify(claims, grant.mailbox(), call.origin());
    return claims;
  }
}
