/// Tests, and histories for the tests of all that folds events.
@NullMarked
package io.timeledger.streams.rollup;

import org.jspecify.annotations.NullMarked;
