/// Trials of calendars: the connector is harmed while it reads accounts at the provider twin.
@NullMarked
package io.timeledger.acceptance.calendar;

import org.jspecify.annotations.NullMarked;
