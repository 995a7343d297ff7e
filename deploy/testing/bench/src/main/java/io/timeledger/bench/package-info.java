/// Shared parts of the benchmarks: the platform in one process, and output.
@NullMarked
package io.timeledger.bench;

import org.jspecify.annotations.NullMarked;
