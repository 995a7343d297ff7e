/// Approval routes, and approvals that await the caller.
@NullMarked
package io.timeledger.ingest.approval;

import org.jspecify.annotations.NullMarked;
