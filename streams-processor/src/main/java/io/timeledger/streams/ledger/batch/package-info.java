/// Batches of entry changes in one command.
@NullMarked
package io.timeledger.streams.ledger.batch;

import org.jspecify.annotations.NullMarked;
