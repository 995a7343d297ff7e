/// Measured activity, accepted in ten-minute slots and returned by slot and by day.
@NullMarked
package io.timeledger.ingest.activity;

import org.jspecify.annotations.NullMarked;
