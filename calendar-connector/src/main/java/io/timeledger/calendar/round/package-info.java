/// Rounds: what is read, when, and what follows from how it ended. What is decided here needs no
/// clock, network or database.
@NullMarked
package io.timeledger.calendar.round;

import org.jspecify.annotations.NullMarked;
