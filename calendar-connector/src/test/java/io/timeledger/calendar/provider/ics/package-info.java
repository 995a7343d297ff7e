/// Files, good and bad.
@NullMarked
package io.timeledger.calendar.provider.ics;

import org.jspecify.annotations.NullMarked;
