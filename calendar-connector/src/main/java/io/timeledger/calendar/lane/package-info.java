/// Runs work on lanes as long as the application runs: claims, threads, metrics.
@NullMarked
package io.timeledger.calendar.lane;

import org.jspecify.annotations.NullMarked;
