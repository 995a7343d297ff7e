/// Throughput of webhook deliveries, compared with a sequential dispatcher.
@NullMarked
package io.timeledger.bench.webhook;

import org.jspecify.annotations.NullMarked;
