package io.timeledger.twin.oauth;

import io.timeledger.twin.state.TwinStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Refresh tokens in force; written to a file, if there is one, before anybody gets to know them.
public final class RefreshTokens {
  private final Map<String, OAuthGrant> grants = new LinkedHashMap<>();
  private final Optional<GrantFile> file;

  public RefreshTokens(Optional<GrantFile> file, TwinStore store) {
    this.file = file;
    file.ifPresent(kept -> grants.putAll(kept.read(store)));
  }

  synchronized void add(String token, OAuthGrant grant) {
    grants.put(token, grant);
    save();
  }

  synchronized Optional<OAuthGrant> find(String token) {
    return Optional.ofNullable(grants.get(token));
  }

  synchronized Optional<OAuthGrant> take(String token) {
    Optional<OAuthGrant> grant = Optional.ofNullable(grants.remove(token));
    save();
    return grant;
  }

  synchronized void removeIf(Predicate<OAuthGrant> whose) {
    grants.values().removeIf(whose);
    save();
  }

  synchronized boolean any(Predicate<OAuthGrant> whose) {
    return grants.values().stream().anyMatch(whose);
  }

  private void save() {
    file.ifPresent(kept -> kept.write(grants));
  }
}
