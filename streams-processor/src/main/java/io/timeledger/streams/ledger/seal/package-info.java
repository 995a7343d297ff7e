/// Turns events into events of the chain.
@NullMarked
package io.timeledger.streams.ledger.seal;

import org.jspecify.annotations.NullMarked;
