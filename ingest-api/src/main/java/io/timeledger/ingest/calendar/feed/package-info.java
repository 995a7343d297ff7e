/// A member's own time as a calendar.
@NullMarked
package io.timeledger.ingest.calendar.feed;

import org.jspecify.annotations.NullMarked;
