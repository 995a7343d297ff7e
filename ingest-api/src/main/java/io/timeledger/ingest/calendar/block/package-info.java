/// Blocks of calendars: listing them with proposals, conversion to entries, dismissal.
@NullMarked
package io.timeledger.ingest.calendar.block;

import org.jspecify.annotations.NullMarked;
