/// Measured activity: taken in by slots of ten minutes, given out by slot and by day.
@NullMarked
package io.timeledger.ingest.activity;

import org.jspecify.annotations.NullMarked;
