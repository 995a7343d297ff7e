/// Rules that propose values for blocks.
@NullMarked
package io.timeledger.ingest.calendar.rule;

import org.jspecify.annotations.NullMarked;
