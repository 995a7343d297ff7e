/// Rules that propose what a block becomes.
@NullMarked
package io.timeledger.ingest.calendar.rule;

import org.jspecify.annotations.NullMarked;
