/// Works on lanes for as long as the application runs: claims, threads, figures.
@NullMarked
package io.timeledger.calendar.lane;

import org.jspecify.annotations.NullMarked;
