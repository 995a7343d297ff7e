/// What was planned, beside what was worked.
@NullMarked
package io.timeledger.ingest.report.estimate;

import org.jspecify.annotations.NullMarked;
