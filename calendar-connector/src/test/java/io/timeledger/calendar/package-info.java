/// Tests of the whole service, from the log to its views.
@NullMarked
package io.timeledger.calendar;

import org.jspecify.annotations.NullMarked;
