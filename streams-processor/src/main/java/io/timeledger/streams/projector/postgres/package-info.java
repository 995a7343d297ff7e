/// The tables and views of the projections.
@NullMarked
package io.timeledger.streams.projector.postgres;

import org.jspecify.annotations.NullMarked;
