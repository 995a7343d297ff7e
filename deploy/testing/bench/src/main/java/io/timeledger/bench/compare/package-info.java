/// The platform and what it is compared with, as processes beside each other under the same load.
@NullMarked
package io.timeledger.bench.compare;

import org.jspecify.annotations.NullMarked;
