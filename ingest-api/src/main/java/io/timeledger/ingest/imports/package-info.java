/// Row-by-row import of CSV exports from other time trackers.
@NullMarked
package io.timeledger.ingest.imports;

import org.jspecify.annotations.NullMarked;
