/// Signing in at calendar providers (OAuth 2, RFC 6749 with PKCE, RFC 7636): authorize URLs, the
/// provider's redirect back, and tickets. Nothing is stored, so any instance can take the redirect.
@NullMarked
package io.timeledger.ingest.calendar.signin;

import org.jspecify.annotations.NullMarked;
