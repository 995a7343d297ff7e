/// How much of their time members tracked.
@NullMarked
package io.timeledger.ingest.report.utilization;

import org.jspecify.annotations.NullMarked;
