/// Kafka clients of all services.
@NullMarked
package io.timeledger.runtime.kafka;

import org.jspecify.annotations.NullMarked;
