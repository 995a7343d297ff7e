/// Revenue, cost and margin.
@NullMarked
package io.timeledger.ingest.report.profit;

import org.jspecify.annotations.NullMarked;
