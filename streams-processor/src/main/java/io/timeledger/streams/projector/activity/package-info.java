/// Merging and summing of activity slots, without Kafka and SQL.
@NullMarked
package io.timeledger.streams.projector.activity;

import org.jspecify.annotations.NullMarked;
