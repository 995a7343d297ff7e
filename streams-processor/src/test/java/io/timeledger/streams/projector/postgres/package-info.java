@NullMarked
package io.timeledger.streams.projector.postgres;

import org.jspecify.annotations.NullMarked;
