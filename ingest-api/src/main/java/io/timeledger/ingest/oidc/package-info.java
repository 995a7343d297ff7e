/// Authentication by tokens of OpenID Connect issuers.
@NullMarked
package io.timeledger.ingest.oidc;

import org.jspecify.annotations.NullMarked;
