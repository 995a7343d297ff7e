/// What the service promises, from the log to its views.
@NullMarked
package io.timeledger.calendar;

import org.jspecify.annotations.NullMarked;
