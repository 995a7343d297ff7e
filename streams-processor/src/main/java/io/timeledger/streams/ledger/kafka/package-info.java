/// The ledger as a Kafka Streams topology: one transaction from command to reply.
@NullMarked
package io.timeledger.streams.ledger.kafka;

import org.jspecify.annotations.NullMarked;
