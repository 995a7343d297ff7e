/// Commands to the calendar connector.
@NullMarked
package io.timeledger.ingest.calendar.control;

import org.jspecify.annotations.NullMarked;
