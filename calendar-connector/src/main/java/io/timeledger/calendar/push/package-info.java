/// Opens, renews and closes push channels.
@NullMarked
package io.timeledger.calendar.push;

import org.jspecify.annotations.NullMarked;
