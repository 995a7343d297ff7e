package io.timeledger.ingest.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A [Caller] as a Spring Security authentication.
public final class CallerAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;
  private final transient Caller caller;

  CallerAuthentication(Caller caller) {
    super(List.of());
    this.caller = caller;
    super.setAuthenticated(true);
  }

  public Caller caller() {
    return caller;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return caller;
  }

  @Override
  public String getName() {
    return caller.userId().value();
  }
}
