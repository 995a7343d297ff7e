/// What an event does to totals, defined once for views and projector.
@NullMarked
package io.timeledger.streams.rollup;

import org.jspecify.annotations.NullMarked;
