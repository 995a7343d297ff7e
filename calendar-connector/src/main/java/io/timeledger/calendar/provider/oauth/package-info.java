/// The token endpoints of the providers, by Spring Security's OAuth 2 client over our own HTTP
/// calls.
@NullMarked
package io.timeledger.calendar.provider.oauth;

import org.jspecify.annotations.NullMarked;
