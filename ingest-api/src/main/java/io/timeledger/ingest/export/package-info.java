/// Lists as CSV files, streamed.
@NullMarked
package io.timeledger.ingest.export;

import org.jspecify.annotations.NullMarked;
