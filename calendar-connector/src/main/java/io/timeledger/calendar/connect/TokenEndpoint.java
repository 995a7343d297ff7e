package io.timeledger.calendar.connect;

import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.OAuthTicket;

/// The token endpoints of the providers. Calls are made once and never repeated.
public interface TokenEndpoint {

  /// Exchanges the authorization code, which is used up by it.
  SignedIn exchange(Provider provider, OAuthTicket ticket) throws ProviderException;

  /// Refreshes an access token. The refresh token may be used up by it.
  GrantedTokens refresh(Provider provider, String refreshToken) throws ProviderException;

  /// Revokes a grant. Does nothing at a provider that has no call for it.
  void revoke(Provider provider, String token) throws ProviderException;
}
