/// Decides when push channels are opened, renewed and closed.
@NullMarked
package io.timeledger.calendar.push;

import org.jspecify.annotations.NullMarked;
