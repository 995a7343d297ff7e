/// Consumers of the projected topics, which resume from positions stored in Postgres.
@NullMarked
package io.timeledger.streams.projector.kafka;

import org.jspecify.annotations.NullMarked;
