/// Tests of how work on lanes is run.
@NullMarked
package io.timeledger.calendar.lane;

import org.jspecify.annotations.NullMarked;
