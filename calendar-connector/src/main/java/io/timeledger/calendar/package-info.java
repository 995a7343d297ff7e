/// Reads members' calendars from their providers and folds the events into blocks.
@NullMarked
package io.timeledger.calendar;

import org.jspecify.annotations.NullMarked;
