/// Rollups and current timesheets as Kafka Streams state with public compacted topics.
@NullMarked
package io.timeledger.streams.views.kafka;

import org.jspecify.annotations.NullMarked;
