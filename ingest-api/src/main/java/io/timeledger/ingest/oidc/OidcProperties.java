package io.timeledger.ingest.oidc;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param issuers trusted issuers; none by default. Two may have the same name, as while an issuer
///     moves from a shared secret to keys: algorithms distinguish them.
@ConfigurationProperties("timeledger.oidc")
record OidcProperties(@DefaultValue List<Issuer> issuers) {
  OidcProperties {
    issuers = List.copyOf(issuers);
  }
}
