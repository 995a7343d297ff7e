/// The connector.
@NullMarked
package io.timeledger.calendar;

import org.jspecify.annotations.NullMarked;
