@NullMarked
package io.timeledger.streams.projector.kafka;

import org.jspecify.annotations.NullMarked;
