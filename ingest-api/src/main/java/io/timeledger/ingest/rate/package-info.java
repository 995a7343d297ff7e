/// Rate overrides.
@NullMarked
package io.timeledger.ingest.rate;

import org.jspecify.annotations.NullMarked;
