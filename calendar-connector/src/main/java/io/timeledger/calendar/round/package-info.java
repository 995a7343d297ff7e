/// Rounds: what is read, when, and how failures are handled. The decisions need no clock, network
/// or database.
@NullMarked
package io.timeledger.calendar.round;

import org.jspecify.annotations.NullMarked;
