/// Connections of members' calendars, rules for their blocks, and conversion of blocks to entries.
@NullMarked
package io.timeledger.streams.ledger.calendar;

import org.jspecify.annotations.NullMarked;
