/// The audit trail and the check of its integrity.
@NullMarked
package io.timeledger.ingest.audit;

import org.jspecify.annotations.NullMarked;
