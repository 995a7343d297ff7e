/// Approval routes, and what waits for the caller.
@NullMarked
package io.timeledger.ingest.approval;

import org.jspecify.annotations.NullMarked;
