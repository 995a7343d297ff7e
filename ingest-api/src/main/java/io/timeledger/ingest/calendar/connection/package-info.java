/// Connections of members' calendars, decided by the ledger and read by the connector.
@NullMarked
package io.timeledger.ingest.calendar.connection;

import org.jspecify.annotations.NullMarked;
