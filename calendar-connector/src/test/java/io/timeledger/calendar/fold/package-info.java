/// The rules of blocks.
@NullMarked
package io.timeledger.calendar.fold;

import org.jspecify.annotations.NullMarked;
