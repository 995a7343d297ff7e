/// What every service offers to whoever runs it: probes, metrics, log lines by which one request is
/// followed through all services, and memory that has a bound.
@NullMarked
package io.timeledger.runtime;

import org.jspecify.annotations.NullMarked;
