package io.timeledger.twin.oauth;

import io.timeledger.twin.state.TwinStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Refresh tokens in force; written to a file, if there is one, before anybody gets to know them.
public final class RefreshTokens {
  private final Map<String, RefreshToken> tokens = new LinkedHashMap<>();
  private final Optional<GrantFile> file;

  public RefreshTokens(Optional<GrantFile> file, TwinStore store) {
    this.file = file;
    file.ifPresent(kept -> tokens.putAll(kept.read(store)));
  }

  synchronized void add(String text, RefreshToken token, Instant now) {
    tokens.values().removeIf(old -> !old.serves(now));
    tokens.put(text, token);
    save();
  }

  synchronized Optional<OAuthGrant> find(String text, Instant now) {
    return Optional.ofNullable(tokens.get(text))
        .filter(token -> token.serves(now))
        .map(RefreshToken::grant);
  }

  synchronized void removeIf(Predicate<OAuthGrant> whose) {
    tokens.values().removeIf(token -> whose.test(token.grant()));
    save();
  }

  synchronized boolean any(Predicate<OAuthGrant> whose) {
    return tokens.values().stream().map(RefreshToken::grant).anyMatch(whose);
  }

  private void save() {
    file.ifPresent(kept -> kept.write(tokens));
  }
}
