/// The service as a whole.
@NullMarked
package io.timeledger.streams;

import org.jspecify.annotations.NullMarked;
