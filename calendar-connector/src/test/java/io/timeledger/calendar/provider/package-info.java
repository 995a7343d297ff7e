@NullMarked
package io.timeledger.calendar.provider;

import org.jspecify.annotations.NullMarked;
