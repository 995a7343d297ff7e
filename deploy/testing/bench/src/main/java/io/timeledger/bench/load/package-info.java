/// An open-loop load generator: requests start when they are due, even if earlier ones are
/// unanswered, and latencies count from the due time.
@NullMarked
package io.timeledger.bench.load;

import org.jspecify.annotations.NullMarked;
