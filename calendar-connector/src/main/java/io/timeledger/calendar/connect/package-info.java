/// From what is sealed to what opens calendars.
@NullMarked
package io.timeledger.calendar.connect;

import org.jspecify.annotations.NullMarked;
