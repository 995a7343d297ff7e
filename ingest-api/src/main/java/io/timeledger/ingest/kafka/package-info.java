/// The only package that sees Kafka: the command log and the private topics held in memory.
@NullMarked
package io.timeledger.ingest.kafka;

import org.jspecify.annotations.NullMarked;
