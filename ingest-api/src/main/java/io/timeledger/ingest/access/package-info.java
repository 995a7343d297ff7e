/// Authentication of callers, and their rights.
@NullMarked
package io.timeledger.ingest.access;

import org.jspecify.annotations.NullMarked;
