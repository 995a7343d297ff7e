/// Exports of other time trackers, read and imported row by row.
@NullMarked
package io.timeledger.ingest.imports;

import org.jspecify.annotations.NullMarked;
