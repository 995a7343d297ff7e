/// Tests of folding sources into blocks.
@NullMarked
package io.timeledger.calendar.fold;

import org.jspecify.annotations.NullMarked;
