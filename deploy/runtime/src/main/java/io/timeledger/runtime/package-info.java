/// Operational features of every service: probes, metrics, log lines correlated by trace, bounded
/// caches, and signals between loops.
@NullMarked
package io.timeledger.runtime;

import org.jspecify.annotations.NullMarked;
