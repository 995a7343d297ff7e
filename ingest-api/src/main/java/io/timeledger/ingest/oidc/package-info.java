/// Callers with a token of an OpenID Connect issuer.
@NullMarked
package io.timeledger.ingest.oidc;

import org.jspecify.annotations.NullMarked;
