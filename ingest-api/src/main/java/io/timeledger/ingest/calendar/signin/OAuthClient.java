package io.timeledger.ingest.calendar.signin;

import io.timeledger.schemas.calendar.CalendarScopes;
import io.timeledger.schemas.resource.Provider;
import java.net.URI;
import org.springframework.web.util.UriComponentsBuilder;

/// The operator's OAuth client at a provider. Its secret is known to the connector only.
///
/// @param redirectUri as registered at the provider
record OAuthClient(Provider provider, String clientId, URI authorizeUrl, String redirectUri) {

  /// Where the member signs in and consents.
  URI authorize(String state, String codeVerifier) {
    UriComponentsBuilder url =
        UriComponentsBuilder.fromUri(authorizeUrl)
            .queryParam("response_type", "code")
            .queryParam("client_id", "{client_id}")
            .queryParam("redirect_uri", "{redirect_uri}")
            .queryParam("scope", "{scope}")
            .queryParam("state", "{state}")
            .queryParam("code_challenge", Pkce.challenge(codeVerifier))
            .queryParam("code_challenge_method", "S256");
    switch (provider) {
      // Google gives a refresh token only for offline access, and again only after a new consent.
      case GOOGLE -> url.queryParam("access_type", "offline").queryParam("prompt", "consent");
      case MICROSOFT ->
          url.queryParam("response_mode", "query").queryParam("prompt", "select_account");
      case ICS -> throw new IllegalStateException("no client of " + provider);
    }
    return url.encode()
        .buildAndExpand(
            clientId, redirectUri, String.join(" ", CalendarScopes.requested(provider)), state)
        .toUri();
  }
}
