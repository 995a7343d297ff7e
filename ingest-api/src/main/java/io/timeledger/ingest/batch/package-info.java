/// Bulk changes of entries in one request.
@NullMarked
package io.timeledger.ingest.batch;

import org.jspecify.annotations.NullMarked;
