/// A stand-in for the calendars of Google and Microsoft: one server, all state in memory.
@NullMarked
package io.timeledger.twin;

import org.jspecify.annotations.NullMarked;
