/// Accounts, calendars and meetings with all their versions, and the clock.
@NullMarked
package io.timeledger.twin.state;

import org.jspecify.annotations.NullMarked;
