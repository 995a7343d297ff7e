/// Reads members' calendars at their providers and folds their meetings into blocks.
@NullMarked
package io.timeledger.calendar;

import org.jspecify.annotations.NullMarked;
