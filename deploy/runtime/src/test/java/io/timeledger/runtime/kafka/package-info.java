/// Kafka clients of every service.
@NullMarked
package io.timeledger.runtime.kafka;

import org.jspecify.annotations.NullMarked;
