/// Tests of the rules of rounds.
@NullMarked
package io.timeledger.calendar.round;

import org.jspecify.annotations.NullMarked;
