@NullMarked
package io.timeledger.bench.calendar;

import org.jspecify.annotations.NullMarked;
