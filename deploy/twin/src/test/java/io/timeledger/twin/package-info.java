/// The vendors' own clients against the twin.
@NullMarked
package io.timeledger.twin;

import org.jspecify.annotations.NullMarked;
