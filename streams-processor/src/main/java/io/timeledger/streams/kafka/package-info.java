/// The service's use of Kafka: settings, life cycle and state of its Streams applications, and
/// topic provisioning.
@NullMarked
package io.timeledger.streams.kafka;

import org.jspecify.annotations.NullMarked;
