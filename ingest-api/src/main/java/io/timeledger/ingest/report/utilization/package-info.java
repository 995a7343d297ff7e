/// Tracked time as a share of each member's capacity.
@NullMarked
package io.timeledger.ingest.report.utilization;

import org.jspecify.annotations.NullMarked;
