/// An open-loop load generator: requests start when they are due, whether or not earlier ones were
/// answered, and latencies count from then.
@NullMarked
package io.timeledger.bench.load;

import org.jspecify.annotations.NullMarked;
