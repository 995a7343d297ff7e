/// Sign-in as both vendors do it: codes, PKCE, tokens, ID tokens.
@NullMarked
package io.timeledger.twin.oauth;

import org.jspecify.annotations.NullMarked;
