/// What time brought in, and what it cost.
@NullMarked
package io.timeledger.ingest.report.profit;

import org.jspecify.annotations.NullMarked;
