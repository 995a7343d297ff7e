package io.timeledger.calendar.provider.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.calendar.connect.Account;
import io.timeledger.calendar.connect.GrantedTokens;
import io.timeledger.calendar.connect.SignedIn;
import io.timeledger.calendar.connect.TokenEndpoint;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.egress.HttpCall;
import io.timeledger.egress.HttpExchange;
import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.OAuthTicket;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/// Token endpoints by Spring Security's OAuth 2 client. Thread-safe.
public final class SpringTokenEndpoint implements TokenEndpoint {
  private final Map<Provider, OAuthServer> servers;
  private final Function<HttpCall, HttpExchange> caller;
  private final InstantSource clock;
  private final RestClientAuthorizationCodeTokenResponseClient codes =
      new RestClientAuthorizationCodeTokenResponseClient();
  private final RestClientRefreshTokenTokenResponseClient refreshes =
      new RestClientRefreshTokenTokenResponseClient();

  /// @param servers of the configured providers
  public SpringTokenEndpoint(
      Map<Provider, OAuthServer> servers,
      Function<HttpCall, HttpExchange> caller,
      InstantSource clock) {
    this.servers = Map.copyOf(servers);
    this.caller = caller;
    this.clock = clock;
    RestClient client =
        RestClient.builder()
            .requestFactory((url, method) -> new EgressRequest(method, url, caller, clock))
            .configureMessageConverters(
                converters ->
                    converters
                        .disableDefaults()
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new TokenErrorHandler())
            .build();
    codes.setRestClient(client);
    refreshes.setRestClient(client);
  }

  @Override
  public SignedIn exchange(Provider provider, OAuthTicket ticket) throws ProviderException {
    OAuthServer server = server(provider);
    OAuth2AuthorizationCodeGrantRequest request = GrantRequests.code(provider, server, ticket);
    OAuth2AccessTokenResponse answer = answered(() -> codes.getTokenResponse(request));
    Account account =
        IdToken.account(
                provider,
                answer.getAdditionalParameters().get("id_token"),
                server.clientId(),
                clock.instant())
            .orElseThrow(
                () ->
                    new ProviderException(
                        new ProviderFault.Rejected(FaultReason.ANSWER_UNEXPECTED)));
    return new SignedIn(account, tokens(answer));
  }

  @Override
  public GrantedTokens refresh(Provider provider, String refreshToken) throws ProviderException {
    OAuth2RefreshTokenGrantRequest request =
        GrantRequests.refresh(provider, server(provider), refreshToken, clock.instant());
    return tokens(answered(() -> refreshes.getTokenResponse(request)));
  }

  @Override
  public void revoke(Provider provider, String token) throws ProviderException {
    URI url = server(provider).revokeUrl();
    if (url == null) {
      return;
    }
    HttpCall call =
        HttpCall.post(
            url,
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            ImmutableBytes.of(("token=" + URLEncoder.encode(token, UTF_8)).getBytes(UTF_8)),
            EgressRequest.DEADLINE,
            EgressRequest.MOST_READ);
    try {
      // Other statuses mean that the token is not valid any more.
      UnavailableException.check(caller.apply(call), clock.instant());
    } catch (UnavailableException e) {
      throw new ProviderException(e.fault());
    }
  }

  private OAuthServer server(Provider provider) throws ProviderException {
    OAuthServer server = servers.get(provider);
    if (server == null) {
      throw new ProviderException(new ProviderFault.Transient(FaultReason.CLIENT_REFUSED));
    }
    return server;
  }

  private static OAuth2AccessTokenResponse answered(Supplier<OAuth2AccessTokenResponse> call)
      throws ProviderException {
    try {
      return call.get();
    } catch (UnavailableException e) {
      throw new ProviderException(e.fault());
    } catch (OAuth2AuthorizationException e) {
      throw new ProviderException(
          TokenErrorRule.fault(e.getError().getErrorCode(), e.getError().getDescription()));
    }
  }

  private GrantedTokens tokens(OAuth2AccessTokenResponse answer) {
    OAuth2AccessToken token = answer.getAccessToken();
    OAuth2RefreshToken refresh = answer.getRefreshToken();
    return new GrantedTokens(
        token.getTokenValue(),
        refresh == null ? null : refresh.getTokenValue(),
        clock.instant().plus(life(token)),
        List.copyOf(token.getScopes()));
  }

  /// By the provider's answer, for Spring counts it from the system's clock.
  private static Duration life(OAuth2AccessToken token) {
    Instant issued = token.getIssuedAt();
    Instant expires = token.getExpiresAt();
    return issued == null || expires == null ? Duration.ZERO : Duration.between(issued, expires);
  }
}
