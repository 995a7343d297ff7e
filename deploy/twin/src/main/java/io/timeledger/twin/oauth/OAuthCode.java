package io.timeledger.twin.oauth;

import io.timeledger.twin.state.Mailbox;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What stands behind an authorization code until it is exchanged.
///
/// @param challenge of PKCE, S256
record OAuthCode(
    Mailbox mailbox,
    String client,
    String redirectUri,
    Set<String> scopes,
    Optional<String> challenge,
    Optional<String> nonce,
    boolean offline,
    Instant expiresAt) {}
