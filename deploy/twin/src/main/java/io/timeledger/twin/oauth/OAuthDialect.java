package io.timeledger.twin.oauth;

import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Vendor;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Where the vendors differ.
interface OAuthDialect {
  Vendor vendor();

  /// Whether a refresh token is given for this request.
  boolean offline(AuthorizeRequest request, boolean grantedBefore);

  /// Whether each refresh gives another refresh token. The old one serves until it expires.
  boolean rotates();

  /// How long a refresh token serves; empty if it lives on.
  Optional<Duration> lifeOfARefreshToken();

  /// Adds what names the person.
  void identify(ObjectNode claims, Mailbox mailbox, String origin);

  /// The scopes as the token answer names them.
  String scope(Set<String> granted);

  HttpAnswer error(int status, String code, String description);
}
