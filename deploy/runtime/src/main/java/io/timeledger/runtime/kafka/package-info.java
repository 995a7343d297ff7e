/// Kafka clients of all services, and the loops that read the log.
@NullMarked
package io.timeledger.runtime.kafka;

import org.jspecify.annotations.NullMarked;
