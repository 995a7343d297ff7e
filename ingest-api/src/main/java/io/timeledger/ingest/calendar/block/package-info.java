/// Blocks of calendars: shown with what rules propose, converted to entries, dismissed.
@NullMarked
package io.timeledger.ingest.calendar.block;

import org.jspecify.annotations.NullMarked;
