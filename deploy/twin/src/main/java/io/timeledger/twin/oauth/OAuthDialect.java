package io.timeledger.twin.oauth;

import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Vendor;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Where the vendors differ.
interface OAuthDialect {
  Vendor vendor();

  /// Whether a refresh token is given for this request.
  boolean offline(AuthorizeRequest request, boolean grantedBefore);

  /// Whether each refresh gives another refresh token and kills the old one.
  boolean rotates();

  /// Adds what names the person.
  void identify(ObjectNode claims, Mailbox mailbox, String origin);

  /// The scopes as the token answer names them.
  String scope(Set<String> granted);

  HttpAnswer error(int status, String code, String description);
}
