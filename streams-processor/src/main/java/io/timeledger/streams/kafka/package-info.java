/// How this service runs on Kafka: settings, life cycle and state of its Streams applications, and
/// the topics it provisions.
@NullMarked
package io.timeledger.streams.kafka;

import org.jspecify.annotations.NullMarked;
