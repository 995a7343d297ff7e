/// How activity slots are merged and summed, without Kafka and SQL.
@NullMarked
package io.timeledger.streams.projector.activity;

import org.jspecify.annotations.NullMarked;
