/// The change feed.
@NullMarked
package io.timeledger.ingest.changes;

import org.jspecify.annotations.NullMarked;
