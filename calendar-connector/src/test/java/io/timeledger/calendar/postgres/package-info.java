/// Lanes, leases and slices in PostgreSQL.
@NullMarked
package io.timeledger.calendar.postgres;

import org.jspecify.annotations.NullMarked;
