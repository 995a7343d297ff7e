/// Imported rows from other time trackers.
@NullMarked
package io.timeledger.streams.ledger.imports;

import org.jspecify.annotations.NullMarked;
