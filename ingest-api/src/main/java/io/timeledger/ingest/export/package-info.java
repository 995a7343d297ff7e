/// Lists as streamed CSV files.
@NullMarked
package io.timeledger.ingest.export;

import org.jspecify.annotations.NullMarked;
