/// Commands and replies between ingest-api and the calendar connector, and its topics.
@NullMarked
package io.timeledger.schemas.calendar;

import org.jspecify.annotations.NullMarked;
