/// Resource usage of the idle platform.
@NullMarked
package io.timeledger.bench.idle;

import org.jspecify.annotations.NullMarked;
