/// Tests of the token endpoints.
@NullMarked
package io.timeledger.calendar.provider.oauth;

import org.jspecify.annotations.NullMarked;
