/// What the platform takes while nothing is asked of it.
@NullMarked
package io.timeledger.bench.idle;

import org.jspecify.annotations.NullMarked;
