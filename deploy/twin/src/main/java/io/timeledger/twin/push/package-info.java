/// Calls from the vendor to the one who watches.
@NullMarked
package io.timeledger.twin.push;

import org.jspecify.annotations.NullMarked;
