/// Kafka clients of all services, and the loops that read and write the log. The only package that
/// sees Kafka and jOOQ, because a position on the log is a row.
@NullMarked
package io.timeledger.runtime.kafka;

import org.jspecify.annotations.NullMarked;
