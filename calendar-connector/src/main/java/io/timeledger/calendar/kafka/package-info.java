/// Consumers and producers of the log.
@NullMarked
package io.timeledger.calendar.kafka;

import org.jspecify.annotations.NullMarked;
