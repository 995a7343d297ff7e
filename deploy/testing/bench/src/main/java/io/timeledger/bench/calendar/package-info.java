/// How fast calendars are read, beside plain loops that do the same.
@NullMarked
package io.timeledger.bench.calendar;

import org.jspecify.annotations.NullMarked;
