@NullMarked
package io.timeledger.ingest.export;

import org.jspecify.annotations.NullMarked;
