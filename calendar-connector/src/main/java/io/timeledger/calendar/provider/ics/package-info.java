/// Calendars at an address: fetched, decoded, parsed and expanded within bounds, whatever the
/// address answers.
@NullMarked
package io.timeledger.calendar.provider.ics;

import org.jspecify.annotations.NullMarked;
