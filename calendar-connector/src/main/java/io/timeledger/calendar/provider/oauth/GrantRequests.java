package io.timeledger.calendar.provider.oauth;

import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.OAuthTicket;
import java.time.Instant;
import java.util.Locale;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;

/// Grant requests as Spring's client takes them. It was not part of the authorization request, so
/// that one is described again with what the exchange repeats of it.
final class GrantRequests {
  /// Not sent: the API has compared the state already.
  private static final String STATE = "compared";

  private GrantRequests() {}

  static OAuth2AuthorizationCodeGrantRequest code(
      Provider provider, OAuthServer server, OAuthTicket ticket) {
    OAuth2AuthorizationRequest asked =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(server.tokenUrl().toString())
            .clientId(server.clientId())
            .redirectUri(ticket.redirectUri())
            .state(STATE)
            .attributes(
                attributes ->
                    attributes.put(PkceParameterNames.CODE_VERIFIER, ticket.codeVerifier()))
            .build();
    OAuth2AuthorizationResponse answered =
        OAuth2AuthorizationResponse.success(ticket.code())
            .redirectUri(ticket.redirectUri())
            .state(STATE)
            .build();
    return new OAuth2AuthorizationCodeGrantRequest(
        registration(provider, server, ticket.redirectUri()),
        new OAuth2AuthorizationExchange(asked, answered));
  }

  static OAuth2RefreshTokenGrantRequest refresh(
      Provider provider, OAuthServer server, String refreshToken, Instant now) {
    return new OAuth2RefreshTokenGrantRequest(
        registration(provider, server, "http://localhost"),
        // Required by the class, and not sent.
        new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "none", now.minusSeconds(1), now),
        new OAuth2RefreshToken(refreshToken, null));
  }

  private static ClientRegistration registration(
      Provider provider, OAuthServer server, String redirectUri) {
    return ClientRegistration.withRegistrationId(provider.name().toLowerCase(Locale.ROOT))
        .clientId(server.clientId())
        .clientSecret(server.clientSecret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(redirectUri)
        .authorizationUri(server.tokenUrl().toString())
        .tokenUri(server.tokenUrl().toString())
        .build();
  }
}
