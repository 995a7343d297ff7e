/// Timeledger and its baselines, as processes under the same load.
@NullMarked
package io.timeledger.bench.compare;

import org.jspecify.annotations.NullMarked;
