/// Totals, computed from rollups alone.
@NullMarked
package io.timeledger.ingest.report;

import org.jspecify.annotations.NullMarked;
