package io.timeledger.twin.oauth;

import io.timeledger.twin.state.Mailbox;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// What a person allowed a client; its tokens die with it.
///
/// @param scopes in the order asked for
public record OAuthGrant(Mailbox mailbox, String client, Set<String> scopes) {
  public OAuthGrant {
    scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
  }
}
