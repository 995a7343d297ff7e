/// Kafka consumers and producers.
@NullMarked
package io.timeledger.calendar.kafka;

import org.jspecify.annotations.NullMarked;
