/// Shared mechanics of reads: read-your-writes and paging.
@NullMarked
package io.timeledger.ingest.read;

import org.jspecify.annotations.NullMarked;
