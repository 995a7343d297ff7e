/// The approval of one member's period.
@NullMarked
package io.timeledger.streams.ledger.timesheet;

import org.jspecify.annotations.NullMarked;
