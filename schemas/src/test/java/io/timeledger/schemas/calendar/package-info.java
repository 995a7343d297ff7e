/// Tests of what services share about calendars.
@NullMarked
package io.timeledger.schemas.calendar;

import org.jspecify.annotations.NullMarked;
