/// Reads the topics that the projector applies, from where it stored that it is.
@NullMarked
package io.timeledger.streams.projector.kafka;

import org.jspecify.annotations.NullMarked;
