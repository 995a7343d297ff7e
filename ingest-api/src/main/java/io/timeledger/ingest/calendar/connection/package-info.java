/// Connections of members' calendars. The ledger decides them and the connector reads their
/// calendars.
@NullMarked
package io.timeledger.ingest.calendar.connection;

import org.jspecify.annotations.NullMarked;
