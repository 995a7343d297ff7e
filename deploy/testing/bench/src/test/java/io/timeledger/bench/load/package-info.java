@NullMarked
package io.timeledger.bench.load;

import org.jspecify.annotations.NullMarked;
