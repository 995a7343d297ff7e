/// All Kafka access: the command log, and the private topics cached in memory.
@NullMarked
package io.timeledger.ingest.kafka;

import org.jspecify.annotations.NullMarked;
