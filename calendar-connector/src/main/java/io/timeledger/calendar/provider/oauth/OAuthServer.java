package io.timeledger.calendar.provider.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A provider's authorization server, with the operator's client at it.
///
/// @param revokeUrl null if the provider has no call for it
public record OAuthServer(
    String clientId, String clientSecret, URI tokenUrl, @Nullable URI revokeUrl) {

  /// Contains no secret.
  @Override
  public String toString() {
    return "OAuthServer[" + tokenUrl + "]";
  }
}
