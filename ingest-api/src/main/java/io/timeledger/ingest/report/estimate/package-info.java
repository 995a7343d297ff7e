/// Estimate versus actual time.
@NullMarked
package io.timeledger.ingest.report.estimate;

import org.jspecify.annotations.NullMarked;
