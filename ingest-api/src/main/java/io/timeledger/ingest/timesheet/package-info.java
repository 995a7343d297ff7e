/// Timesheets and their approval.
@NullMarked
package io.timeledger.ingest.timesheet;

import org.jspecify.annotations.NullMarked;
