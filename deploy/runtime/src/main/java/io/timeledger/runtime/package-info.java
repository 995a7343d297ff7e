/// Operational features of every service: probes, metrics, log lines correlated by trace, and
/// bounded caches.
@NullMarked
package io.timeledger.runtime;

import org.jspecify.annotations.NullMarked;
