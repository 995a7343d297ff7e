/// Time entries.
@NullMarked
package io.timeledger.ingest.entry;

import org.jspecify.annotations.NullMarked;
