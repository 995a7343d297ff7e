package io.timeledger.calendar.provider.oauth;

import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.web.client.ResponseErrorHandler;

/// Reads errors of token endpoints whatever their status: Spring's own handler reads those of 400
/// only, but a refused client is 401 (RFC 6749, 5.2).
final class TokenErrorHandler implements ResponseErrorHandler {
  private static final String UNKNOWN = "invalid_token_response";

  private final OAuth2ErrorHttpMessageConverter errors = new OAuth2ErrorHttpMessageConverter();

  @Override
  public boolean hasError(ClientHttpResponse response) throws IOException {
    return response.getStatusCode().isError();
  }

  @Override
  public void handleError(URI url, HttpMethod method, ClientHttpResponse response)
      throws IOException {
    throw new OAuth2AuthorizationException(error(response));
  }

  private OAuth2Error error(ClientHttpResponse response) throws IOException {
    try {
      return errors.read(OAuth2Error.class, response);
    } catch (HttpMessageNotReadableException e) {
      boolean refused = response.getStatusCode().value() == HttpStatus.UNAUTHORIZED.value();
      return new OAuth2Error(refused ? OAuth2ErrorCodes.INVALID_CLIENT : UNKNOWN);
    }
  }
}
