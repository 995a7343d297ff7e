/// Who calls, and what they may do at most.
@NullMarked
package io.timeledger.ingest.access;

import org.jspecify.annotations.NullMarked;
