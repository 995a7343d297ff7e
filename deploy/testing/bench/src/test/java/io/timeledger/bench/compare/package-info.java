@NullMarked
package io.timeledger.bench.compare;

import org.jspecify.annotations.NullMarked;
