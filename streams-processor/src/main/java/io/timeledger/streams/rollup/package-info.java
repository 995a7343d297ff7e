/// The effect of an event on totals, shared by views and projector.
@NullMarked
package io.timeledger.streams.rollup;

import org.jspecify.annotations.NullMarked;
