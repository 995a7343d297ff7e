/// The audit trail and the proof that it is whole.
@NullMarked
package io.timeledger.ingest.audit;

import org.jspecify.annotations.NullMarked;
