/// What every service offers to whoever runs it: probes, metrics, and log lines by which one
/// request is followed through all services.
@NullMarked
package io.timeledger.operations;

import org.jspecify.annotations.NullMarked;
