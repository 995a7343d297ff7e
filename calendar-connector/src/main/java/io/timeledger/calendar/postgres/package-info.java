/// Tables, lanes and leases in PostgreSQL.
@NullMarked
package io.timeledger.calendar.postgres;

import org.jspecify.annotations.NullMarked;
